// Writes docs/rules from the list of rules and their fixtures: one page per rule, and an index.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = path.join(ROOT, 'docs/rules');
const RULES_FOLDER = path.join(ROOT, 'server/src/core/rules');

/** The subjects of rules, by the folders of their sources, in the order of the index. */
const SUBJECTS = {
  pair: 'Worker and manager',
  'api-manager': 'API Manager',
  parameters: 'Properties and payload parameters',
  fields: 'Fields',
  references: 'References to other definitions',
  text: 'Files as text',
};

const SEVERITIES = ['error', 'warning', 'info', 'hint'];

/**
 * The pages by file name. `cases(id)` gives the cases of a rule's fixture, `exampleOf(case)` what the rule reports there, `validExampleOf(case)` what
 * is valid in a case that it does not report, and `fixesOf(id, cases)` the fixes it has, by title: whether *Fix All* and `--fix` apply them.
 */
export function pages(rules, { cases, exampleOf, validExampleOf, fixesOf }) {
  const facts = rules.map(rule => ({ rule, cases: cases(rule.id), fixes: fixesOf(rule.id, cases(rule.id)), folder: folderOf(rule) }));
  return new Map([['README.md', index(facts)], ...facts.map(of => [`${of.rule.id}.md`, page(of, exampleOf, validExampleOf)])]);
}

const folderOf = ({ id }) => Object.keys(SUBJECTS).find(folder => fs.existsSync(path.join(RULES_FOLDER, folder, `${id}.ts`)));

const index = facts =>
  [
    '# Rules',
    '',
    '- **error**: the platform refuses the definition, the cluster does not form, a server does not start, or requests never arrive.',
    '- **warning**: the definition is accepted, but does not work as meant.',
    '- **info**: something is unusual or not read, and does no harm in most cases.',
    '- **hint**: a remark. VS Code shows it in the file, and does not list it among the problems.',
    '',
    'Only errors change the exit status of `cartridge-check`.',
    '',
    'Where a rule has several severities, the first is the default; its page says when it reports the others. In the column *fix*, *quick fix*',
    'means that the editor offers one, and `--fix` that *Fix All* and `cartridge-check --fix` apply it too, at least in some cases.',
    '',
    ...Object.entries(SUBJECTS).flatMap(([folder, title]) => [
      `## ${title}`,
      '',
      '| rule | severity | reported | versions | fix |',
      '| --- | --- | --- | --- | --- |',
      ...facts.filter(of => of.folder === folder).map(row),
      '',
    ]),
  ].join('\n');

const row = ({ rule, cases, fixes }) =>
  `| [\`${rule.id}\`](${rule.id}.md) | ${[rule.severity, ...otherSeverities(rule, cases)].join(', ')} | ${rule.summary} | ${rule.dialects.join(', ')} | ${inColumn(fixes)} |`;

const inColumn = fixes => (fixes.size === 0 ? '–' : [...fixes.values()].includes(true) ? '`--fix`' : 'quick fix');

/** The severities of the cases that are not the rule's default. */
const otherSeverities = (rule, cases) =>
  SEVERITIES.filter(severity => severity !== rule.severity && cases.some(one => severityOf(one, rule) === severity));

const severityOf = (one, rule) => (doesReport(one) && one.severity !== undefined ? one.severity : rule.severity);

function page({ rule, cases, fixes }, exampleOf, validExampleOf) {
  const others = otherSeverities(rule, cases);
  const reported = cases.filter(doesReport);
  const notReported = cases.filter(one => !doesReport(one));
  const linked = withGlossary();
  return [
    `# \`${rule.id}\``,
    '',
    rule.summary,
    '',
    `Severity: **${rule.severity}**${others.length === 0 ? '' : ` by default, and ${others.map(other => `**${other}**`).join(' or ')} in some cases`}. Applies to Private PaaS ${rule.dialects.join(' and ')}.`,
    '',
    '## Required',
    '',
    linked(rule.requires),
    '',
    '## At run time',
    '',
    linked(rule.why),
    '',
    `Source: ${rule.source}.`,
    '',
    ...section('Reported', [
      ...reported.map(one => `- **${severityOf(one, rule)}**: ${asSentences(one)}`),
      '',
      ...example(cases, exampleOf),
    ]),
    ...section('Not reported', [...notReported.map(one => `- ${asSentences(one)}`), '', ...validExample(notReported, validExampleOf)]),
    ...section('Fix', fixesInWords(fixes)),
    ...section('Turn it off', turnedOff(rule, cases, exampleOf)),
    'The words of this page are explained in the [glossary](../glossary.md).',
    '',
  ].join('\n');
}

const section = (title, lines) => (lines.join('') === '' ? [] : [`## ${title}`, '', ...lines, ...(lines.at(-1) === '' ? [] : [''])]);

/** The titles of a few fixes say what all of them do. */
const SOME = 5;

function fixesInWords(fixes) {
  const titles = applied => [...fixes].flatMap(([title, isApplied]) => (isApplied === applied ? [`- *${title}*`] : []));
  const some = list => (list.length > SOME ? [...list.slice(0, SOME), `- and ${list.length - SOME} more of this kind`] : list);
  const [safe, suggested] = [some(titles(true)), some(titles(false))];
  return [
    ...(fixes.size === 0 ? ['There is no quick fix.'] : []),
    ...(safe.length > 0 ? ['Quick fixes that *Fix All* and `cartridge-check --fix` apply, too:', '', ...safe, ''] : []),
    ...(suggested.length > 0
      ? ['Quick fixes that are only offered, because somebody may have meant what they change:', '', ...suggested, '']
      : []),
  ];
}

function turnedOff({ id }, cases, exampleOf) {
  const subject = cases.map(one => exampleOf(one)?.subject).find(one => one !== undefined && one !== '');
  const at = subject === undefined ? '' : `, "at": ${JSON.stringify(subject)}`;
  return [
    'In `.cartridge-check.json`, in the folder where it is to hold:',
    '',
    '```json',
    `{ "rules": { "${id}": "off" } }`,
    '```',
    '',
    'To accept it in one place, with the reason:',
    '',
    '```json',
    `{ "allow": [{ "rule": "${id}", "files": ["ec2/*.json"]${at}, "reason": "…" }] }`,
    '```',
    '',
    'Quick fixes of the editor write both.',
  ];
}

/** The words of the glossary, by the headings there. */
const GLOSSARY = [
  ['service-manager', /\bservice managers?\b/i],
  ['agent', /\bagents?\b/i],
  ['autoscaler', /\bautoscaler\b/i],
  ['puppet-node', /\bPuppet nodes?\b/i],
  ['well-known-member', /\bwell-known members?\b/i],
  ['primary', /\bprimary members?\b/i],
  ['service-group', /\bservice groups?\b/i],
  ['payload-parameter', /\bpayload parameters?\b/i],
  ['service-deployment', /\bservice deployments?\b/i],
  ['service-type', /\bservice types?\b/i],
  ['partner-file', /\bpartner files?\b/i],
  ['placeholder', /\bplaceholders?\b/i],
];

/** Links each word to the glossary where a page uses it for the first time. What stands in backticks is left as it is. */
function withGlossary() {
  const done = new Set();
  return text =>
    text
      .split(/(`[^`]*`)/)
      .map(part => (part.startsWith('`') ? part : linkedWords(part, done)))
      .join('');
}

function linkedWords(text, done) {
  const found = GLOSSARY.filter(([heading]) => !done.has(heading))
    .map(([heading, words]) => ({ heading, match: words.exec(text) }))
    .filter(({ match }) => match)
    .sort((a, b) => a.match.index - b.match.index)[0];
  if (!found) return text;
  const { heading, match } = found;
  done.add(heading);
  const end = match.index + match[0].length;
  return `${text.slice(0, match.index)}[${match[0]}](../glossary.md#${heading})${linkedWords(text.slice(end), done)}`;
}

/** Titles begin with "reports" or "does not report". */
const doesReport = ({ title }) => title.startsWith('reports ');

/** A title as whole sentences. */
const asSentences = one =>
  one.title
    .replace(/^(reports|does not report) /, '')
    .replace(/, as an? (error|warning|info|hint)\b/, '')
    .split('; ')
    .map(sentence => `${capitalised(sentence)}.`)
    .join(' ');

/** A name such as `multiTenant` stays as it is. */
const capitalised = text => (/^[a-z]+[A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));

/** The first case with a fix, else the first that the rule reports: the place with the message, and what the fix changes. */
function example(cases, exampleOf) {
  const one = cases.find(({ after }) => after.size > 0) ?? cases.find(doesReport);
  const shown = one && exampleOf(one);
  if (!shown) return [];
  const limit = one.maxFileSize === undefined ? '' : `, with a limit of ${one.maxFileSize} bytes`;
  return [
    ...[shown, ...shown.others].flatMap(place => [`In \`${place.file}\`${limit}:`, '', '```', ...marked(place), '```', '']),
    ...(shown.fix ? difference(shown.fix) : []),
  ];
}

/** The first case in which something is written otherwise than in the valid pair: what is. */
function validExample(cases, validExampleOf) {
  const shown = cases.map(validExampleOf).find(files => files.length > 0) ?? [];
  return shown.flatMap(({ file, lines }) => [`In \`${file}\`:`, '', '```', ...lines, '```', '']);
}

/** The lines at a place, with the message below if it has one. */
function marked({ text, offset, length, severity, message }) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = (text + '\n').indexOf('\n', offset);
  const before = text.slice(0, start).split('\n').slice(0, -1);
  const marks = '~'.repeat(Math.max(1, Math.min(length, end - offset)));
  const indent = ' '.repeat(offset - start);
  const sentences = `${severity === undefined ? '' : `${severity}: `}${message}`.split(/(?<=\.) (?=["\p{Lu}])/u);
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
    ...changed(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...mark(' ', now.slice(now.length - tail, now.length - tail + 2)),
    '```',
    '',
  ];
}

/** Old and new lines; if they are as many, line by line, and those that stay the same once. */
function changed(old, now) {
  const mark = (sign, lines) => lines.map(line => sign + line);
  if (old.length !== now.length || !old.some((line, i) => line === now[i])) return [...mark('-', old), ...mark('+', now)];
  return old.flatMap((line, i) => (line === now[i] ? [` ${line}`] : [`-${line}`, `+${now[i]}`]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const require = createRequire(import.meta.url);
  const { RULES, TEXT_RULES } = require('../out/server/src/core/index.js');
  const { readFixture } = require('../out/test/support/fixture.js');
  const { exampleOf, fixesOf, validExampleOf } = require('../out/test/support/fixtureWorkspace.js');
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const cases = id => readFixture(path.join(ROOT, 'test/rules', `${id}.fixture`));
  for (const [name, text] of pages([...RULES, ...TEXT_RULES], { cases, exampleOf, validExampleOf, fixesOf })) {
    fs.writeFileSync(path.join(FOLDER, name), text);
  }
}
