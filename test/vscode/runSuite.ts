import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

/** Runs the files of a suite, in VS Code's extension host. */
export function runSuite(folder: string): Promise<void> {
  const mocha = new Mocha({ timeout: 30_000, reporter: 'spec', color: false });
  for (const file of fs.readdirSync(folder)) if (file.endsWith('.test.js')) mocha.addFile(path.join(folder, file));
  return new Promise((resolve, reject) => {
    mocha.run(failures => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
