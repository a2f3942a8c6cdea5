// Writes docs/rules from the list of rules and their fixtures: one page per rule, and an index.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = path.join(ROOT, 'docs/rules');

/** The pages by file name. `cases(id)` gives the cases of a rule's fixture, and `exampleOf(case)` what the rule reports there. */
export function pages(rules, cases, exampleOf) {
  const index = [
    '# Rules',
    '',
    'All rules, with their default severity and what they report.',
    '',
    '| rule | severity | reported |',
    '| --- | --- | --- |',
    ...rules.map(rule => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`),
    '',
  ].join('\n');
  return new Map([['README.md', index], ...rules.map(rule => [`${rule.id}.md`, page(rule, cases(rule.id), exampleOf)])]);
}

function page(rule, cases, exampleOf) {
  return [
    `# \`${rule.id}\``,
    '',
    `${rule.summary}`,
    '',
    `Severity: **${rule.severity}**, unless a case below states another one. Applies to Private PaaS ${rule.dialects.join(' and ')}.`,
    '',
    '## Why',
    '',
    rule.why,
    '',
    `Source: ${rule.source}.`,
    '',
    ...example(cases, exampleOf),
    ...list('Reported', cases.filter(doesReport)),
    ...list(
      'Not reported',
      cases.filter(one => !doesReport(one)),
    ),
  ].join('\n');
}

const list = (title, cases) => (cases.length === 0 ? [] : [`## ${title}`, '', ...cases.map(one => `- ${asSentences(one)}`), '']);

/** Titles begin with "reports" or "does not report". */
const doesReport = ({ title }) => title.startsWith('reports ');

/** A title as whole sentences, with the severity that the case states. */
function asSentences(one) {
  const [first, ...others] = one.title.replace(/^(reports|does not report) /, '').split('; ');
  const severity =
    doesReport(one) && one.severity !== undefined && !/ as an? (error|warning|info|hint)\b/.test(first) ? IN_WORDS[one.severity] : '';
  return [first + severity, ...others].map(sentence => `${capitalised(sentence)}.`).join(' ');
}

const IN_WORDS = { error: ', as an error', warning: ', as a warning', info: ', as information', hint: ', as a hint' };

/** A name such as `multiTenant` stays as it is. */
const capitalised = text => (/^[a-z]+[A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));

/** The first case with a fix, else the first that the rule reports: the place with the message, and what the fix changes. */
function example(cases, exampleOf) {
  const one = cases.find(({ after }) => after.size > 0) ?? cases.find(doesReport);
  const shown = one && exampleOf(one);
  if (!shown) return [];
  return ['## Example', '', `In \`${shown.file}\`:`, '', '```', ...marked(shown), '```', '', ...(shown.fix ? difference(shown.fix) : [])];
}

/** The lines at a place, with the message below. */
function marked({ text, offset, length, severity, message }) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = (text + '\n').indexOf('\n', offset);
  const before = text.slice(0, start).split('\n').slice(0, -1);
  const marks = '~'.repeat(Math.max(1, Math.min(length, end - offset)));
  const indent = ' '.repeat(offset - start);
  const sentences = `${severity}: ${message}`.split(/(?<=\.) (?=["\p{Lu}])/u);
  return [...before.slice(-2), text.slice(start, end), indent + marks, ...sentences.map(sentence => indent + sentence)];
}

/** What a fix takes out and puts in. */
function difference({ title, file, before, after }) {
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const mark = (sign, lines) => lines.map(line => sign + line);
  return [
    `The fix *${title}* changes \`${file}\`:`,
    '',
    '```diff',
    ...mark(' ', old.slice(Math.max(0, head - 2), head)),
    ...mark('-', old.slice(head, old.length - tail)),
    ...mark('+', now.slice(head, now.length - tail)),
    ...mark(' ', now.slice(now.length - tail, now.length - tail + 2)),
    '```',
    '',
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const require = createRequire(import.meta.url);
  const { RULES, TEXT_RULES } = require('../out/server/src/core/index.js');
  const { readFixture } = require('../out/test/support/fixture.js');
  const { exampleOf } = require('../out/test/support/fixtureWorkspace.js');
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const cases = id => readFixture(path.join(ROOT, 'test/rules', `${id}.fixture`));
  for (const [name, text] of pages([...RULES, ...TEXT_RULES], cases, exampleOf)) {
    fs.writeFileSync(path.join(FOLDER, name), text);
  }
}
