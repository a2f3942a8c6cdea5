// The licences of what is bundled, as THIRD-PARTY-NOTICES.txt has them.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './prepare.mjs';

/** The folders of the packages that a bundle contains code of, like `node_modules/commander`; `inputs` is of esbuild's metafile. */
export function packagesOf(inputs) {
  const files = Object.keys(inputs).filter(file => inputs[file].bytesInOutput > 0);
  const folders = files.map(file => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]);
  return [...new Set(folders.filter(Boolean))].sort();
}

/** The licence texts of the packages in these folders. A package without one is an error: it may not be bundled. */
export function notices(folders, root = ROOT) {
  const texts = folders.map(folder => {
    const { name, version, license } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const files = fs.readdirSync(path.join(root, folder)).filter(file => /^(licen[cs]e|copying|notice)/i.test(file));
    if (!files.some(file => !/^notice/i.test(file))) throw new Error(`${folder} has no licence file`);
    const parts = files.sort().map(file =>
      fs
        .readFileSync(path.join(root, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    );
    return `${name} ${version} (${license})\n\n${parts.join('\n\n')}\n`;
  });
  const line = '-'.repeat(80);
  return ['This software contains the following packages.\n', ...new Set(texts.sort())].join(`\n${line}\n\n`);
}
