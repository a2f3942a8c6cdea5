// Whether four times as much costs at most eight times as much: processor time of all that is done with a workspace, from its texts to
// the diagnostics of every file and to the report of the command line. In one process, after its code has been compiled.
import { createRequire } from 'node:module';
import { SHAPES } from './shapes.mjs';

const require = createRequire(import.meta.url);
const { diagnostics, PositionedDocuments, Workspace } = require('../out/server/src/core/index.js');
const { report } = require('../out/server/src/cli/report.js');

/** Milliseconds below which a ratio says nothing. */
const LEAST = 20;
const MOST_DOUBLINGS = 6;
const ROUNDS = 3;
const ROOT = 'file:///workspace';

/** The milliseconds of each shape, and of four times as much of it. */
export function* growth() {
  for (const [shape, [size, files]] of Object.entries(SHAPES)) {
    let n = size;
    work(files(n));
    for (let i = 0; i < MOST_DOUBLINGS && Math.min(work(files(n)), work(files(n))) < LEAST; i++) n *= 2;
    const [once, fourTimes] = [files(n), files(4 * n)];
    const times = Array.from({ length: ROUNDS }, () => [work(once), work(fourTimes)]);
    const [less, more] = [0, 1].map(i => Math.min(...times.map(pair => pair[i])));
    yield { shape, less, more };
  }
}

function work(files) {
  const uris = files.map(([name]) => `${ROOT}/${name}`);
  const start = process.cpuUsage();
  for (const once of [true, false]) {
    const workspace = new Workspace({ once, syntaxErrors: true, maxFileSize: Infinity });
    workspace.setRoots([ROOT]);
    files.forEach(([, text], i) => workspace.setDiskContent(uris[i], { text }));
    workspace.update();
    if (once) report(workspace, uris);
    else {
      const located = new PositionedDocuments(workspace);
      for (const uri of uris) diagnostics(workspace, uri, located);
    }
  }
  return process.cpuUsage(start).user / 1000;
}
