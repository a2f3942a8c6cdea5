// The least that anybody can do who knows what stands in the files of a folder: read and parse them. With --hold it keeps the
// values and says so, to have its memory looked at.
import fs from 'node:fs';
import path from 'node:path';

const values = [];
for (const entry of fs.readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) values.push(JSON.parse(fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8')));
}
console.log(values.length);
if (process.argv.includes('--hold')) setInterval(() => values, 1000);
