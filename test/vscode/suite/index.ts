import * as fs from 'node:fs';
import * as path from 'node:path';
import Mocha from 'mocha';

/** Runs every suite beside this file, in VS Code's extension host. */
export function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 30_000, reporter: 'spec', color: false });
  for (const file of fs.readdirSync(__dirname)) if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  return new Promise((resolve, reject) => {
    mocha.run(failures => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
