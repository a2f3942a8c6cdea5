// Writes docs/rules from the list of rules and their fixtures: one page per rule, and an index.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = path.join(ROOT, 'docs/rules');

/** The pages by file name. `cases(id)` gives the cases of a rule's fixture. */
export function pages(rules, cases) {
  const index = [
    '# Rules',
    '',
    'Every rule by its id, with its default severity.',
    '',
    '| rule | severity | a valid file |',
    '| --- | --- | --- |',
    ...rules.map(rule => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`),
    '',
  ].join('\n');
  return new Map([['README.md', index], ...rules.map(rule => [`${rule.id}.md`, page(rule, cases(rule.id))])]);
}

function page(rule, cases) {
  return [
    `# \`${rule.id}\``,
    '',
    `${rule.summary}`,
    '',
    `Severity: **${rule.severity}**, unless the message says otherwise. Holds for Private PaaS ${rule.dialects.join(' and ')}.`,
    '',
    '## Why',
    '',
    rule.why,
    '',
    `Source: ${rule.source}.`,
    '',
    ...example(cases),
    '## Reports / does not report',
    '',
    ...[...cases].sort((a, b) => doesReport(b) - doesReport(a)).map(one => `- ${one.title}`),
    '',
  ].join('\n');
}

/** Titles begin with "reports" or "does not report". */
const doesReport = ({ title }) => title.startsWith('reports ');

/** The first case that has a fixed file, as what is taken out and put in. */
function example(cases) {
  const one = cases.find(({ after }) => after.size > 0);
  if (!one) return [];
  const [name, fixed] = [...one.after][0];
  const before = one.files.get(name).text.split('\n');
  const after = fixed.split('\n');
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const mark = (sign, lines) => lines.map(line => sign + line);
  return [
    '## Example',
    '',
    `In \`${name}\` (${one.title.replace(/^reports /, '')}):`,
    '',
    '```diff',
    ...mark(' ', before.slice(Math.max(0, head - 2), head)),
    ...mark('-', before.slice(head, before.length - tail)),
    ...mark('+', after.slice(head, after.length - tail)),
    ...mark(' ', after.slice(after.length - tail, after.length - tail + 2)),
    '```',
    '',
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const require = createRequire(import.meta.url);
  const { RULES, TEXT_RULES } = require('../out/server/src/core/index.js');
  const { readFixture } = require('../out/test/support/fixture.js');
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of pages([...RULES, ...TEXT_RULES], id => readFixture(path.join(ROOT, 'test/rules', `${id}.fixture`)))) {
    fs.writeFileSync(path.join(FOLDER, name), text);
  }
}
