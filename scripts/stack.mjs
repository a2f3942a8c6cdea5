// Turns a stack trace of the bundled programs into one of the sources: `npm run stack -- FILE`, or the trace on standard input.
// The source maps have to be those of the version that the trace is from: check it out first.
import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, Problem } from './npm.mjs';
import { bundle, installDependencies, ROOT } from './prepare.mjs';

const BUNDLES = String.raw`client[\\/](?:extension|client|recognition)|cli[\\/]main|server[\\/]main`;
/** A place in a bundle, with the folders before it. Where a line is a frame of V8, these may have spaces in their names. */
const PLACE = new RegExp(
  String.raw`(?:^(?<before>\s*at (?:[^(\n]*\()?(?:async )?).*?|[^\s("']*)\bdist[\\/](?<name>${BUNDLES})\.js:(?<line>\d+):(?<column>\d+)`,
  'gm',
);

/** The trace with each place in a bundle replaced by the place in the source. What has none stays as it is. */
export function readable(trace) {
  const maps = new Map();
  const mapFor = name => {
    const file = path.join(ROOT, 'dist/maps', `${name.replace('\\', '/')}.js.map`);
    if (!maps.has(file)) maps.set(file, new SourceMap({ ...JSON.parse(fs.readFileSync(file, 'utf8')), sourceRoot: '' }));
    return maps.get(file);
  };
  return trace.replace(PLACE, (frame, ...rest) => {
    const { before = '', name, line, column } = rest.at(-1);
    const { originalSource, originalLine, originalColumn } = mapFor(name).findEntry(line - 1, column - 1);
    return originalSource === undefined ? frame : `${before}${originalSource}:${originalLine + 1}:${originalColumn + 1}`;
  });
}

function read(file) {
  if (file === undefined && process.stdin.isTTY)
    throw new Problem('No stack trace given. Run "npm run stack -- FILE", or use standard input.');
  try {
    return fs.readFileSync(file ?? 0, 'utf8');
  } catch (error) {
    throw new Problem(`Cannot read ${file ?? 'standard input'}: ${error.message}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const trace = read(process.argv[2]);
    await installDependencies();
    await bundle();
    process.stdout.write(readable(trace));
  });
}
