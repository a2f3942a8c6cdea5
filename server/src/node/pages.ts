import * as fs from 'node:fs';
import * as path from 'node:path';

/** The file of the page of a rule: the pages are in the package of the program, somewhere above it. `undefined`: they are missing. */
export function pageFile(rule: string, folder = __dirname): string | undefined {
  const page = path.join(folder, 'docs/rules', `${rule}.md`);
  if (fs.existsSync(page)) return page;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : pageFile(rule, parent);
}
