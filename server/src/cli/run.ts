import { URI } from 'vscode-uri';
import { Workspace, type Configuration } from '../core';
import { uriOf } from '../node/walk';
import { askedFor, collect, isAskedBy, takeFile } from './collect';
import { applyFixes } from './fix';
import { printable } from './printable';
import type { Progress } from './progress';
import { report } from './report';
import { REPORTERS, type Format } from './reporters';
import type { Output } from './reporters/reporter';

export interface Options {
  readonly fix: boolean;
  readonly format: Format;
  /** The configuration that holds instead of those that are found. */
  readonly configuration?: Configuration;
  /** In bytes: larger files are not read, whatever is configured. */
  readonly maxSize?: number;
}

/** Files read, or checked, between two looks at whether somebody wants to end this. */
const SLICE = 100;

const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** Checks and prints. The exit status: 0 no error, 1 errors found, 2 a path that cannot be read. */
export async function run(
  paths: readonly string[],
  options: Options,
  out: Omit<Output, 'isComplete'>,
  progress: Progress,
): Promise<0 | 1 | 2> {
  let isUnreadable = false;
  const warn = (message: string) => {
    progress.clear();
    process.stderr.write(`cartridge-check: ${printable(message)}\n`);
  };
  const complain = (file: string, why: string) => {
    isUnreadable = true;
    warn(`${file}: ${why}`);
  };
  const showAndPause = (message: string) => {
    progress.show(message);
    return pause();
  };

  const onUnreadable = (file: string, error: Error) => complain(file, `cannot be read: ${error.message}`);
  const asked = askedFor(paths.length > 0 ? paths : ['.'], complain);
  const wanted = new Set<string>();
  const workspace = new Workspace({
    syntaxErrors: true,
    ...(options.maxSize !== undefined && { maxFileSize: options.maxSize }),
    onWanted: uri => wanted.add(uri),
    once: !options.fix,
    isReported: isAskedBy(asked),
    ...(options.configuration && { configuration: options.configuration }),
    onCrash: (rule, uri, error) => warn(`rule ${rule} failed on ${uri}: ${String(error)}`),
  });
  const toReport = await collect(workspace, asked, {
    onUnreadable,
    onTaken: count => (count % SLICE === 0 ? showAndPause(`Reading ${count} files…`) : undefined),
  });
  do {
    // Of these another limit of size holds than was known when they were read.
    for (const uri of wanted) takeFile(workspace, URI.parse(uri).fsPath, onUnreadable);
    wanted.clear();
    while (workspace.update({ atMost: SLICE }).size > 0) {
      await showAndPause(`Checking ${workspace.stats.checks} of ${toReport.size} files…`);
    }
  } while (wanted.size > 0);
  if (options.fix) await applyFixes(workspace, [...toReport], [...asked.folders, ...asked.files], complain, pause);

  const result = report(workspace, toReport, asked.files.map(uriOf));
  progress.clear();
  REPORTERS[options.format](result, { ...out, isComplete: !isUnreadable });
  return isUnreadable ? 2 : result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
