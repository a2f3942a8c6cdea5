// For `npm run coverage`: the programs that tests start are run from out/, where each source is a file of its own. Of a bundle the lines
// that ran cannot be told.
const Module = require('node:module');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const PROGRAMS = new Map(
  Object.entries({ 'dist/cli/main.js': 'out/server/src/cli/main.js', 'dist/server/main.js': 'out/server/src/node/main.js' }).map(files =>
    files.map(file => path.join(ROOT, file)),
  ),
);

const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  const program = PROGRAMS.get(file);
  if (!program) return load(module, file);
  // What the bundler puts in.
  globalThis.PACKAGE_VERSION = require('../../package.json').version;
  module.exports = require(program);
};

const option = `--require ${JSON.stringify(__filename)}`;
if (!process.env.NODE_OPTIONS?.includes(option)) process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${option}`.trim();
