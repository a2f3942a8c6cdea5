import * as fs from 'node:fs';
import * as path from 'node:path';
import { textOf, validFile } from './fixture';

interface Line {
  readonly sign: ' ' | '<' | '>';
  readonly text: string;
}

/** A shortest way from one text to another, what is taken out before what is put in. */
function difference(before: readonly string[], after: readonly string[]): Line[] {
  // How many lines the rests of the texts have in common.
  const common = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i]![j] = before[i] === after[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const lines: Line[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    if (i < before.length && before[i] === after[j]) lines.push({ sign: ' ', text: before[((i++, j++), i - 1)]! });
    else if (j === after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      lines.push({ sign: '<', text: before[i++]! });
    else lines.push({ sign: '>', text: after[j++]! });
  }
  return lines;
}

/** The lines `< …` and `> …` that turn the valid file into the text. */
function changedLines(valid: string, text: string): string {
  const lines = difference(valid.split('\n'), text.split('\n'));
  const stated = lines.flatMap(({ sign, text }, at) => {
    if (sign !== ' ') return [`${sign} ${text}`];
    // The line before one that is only put in tells the place.
    return lines[at + 1]?.sign === '>' ? [`< ${text}`, `> ${text}`] : [];
  });
  return stated.join('\n') + '\n';
}

/** How a fixture states a text: nothing for the valid file itself, its changed lines, or the whole. */
function stated(name: string, text: string): string {
  const valid = validFile(name);
  const ways = valid === undefined ? [text] : [...(text === valid ? [''] : [changedLines(valid, text)]), text];
  const fits = ways.find(way => textOf(name, way.replace(/\n*$/, '\n'), name) === text);
  if (fits === undefined)
    throw new Error(`A fixture cannot state this text of ${name}: it has to end with one line end\n${JSON.stringify(text)}`);
  return fits;
}

/** The text of a fixture in which the block `=== name after` of the case at `index` states `text`. All other bytes stay. */
export function withAfter(fixture: string, index: number, name: string, text: string): string {
  const cases = fixture.split(/^(?=# )/m);
  const at = index + (cases[0]!.startsWith('# ') ? 0 : 1);
  const sections = cases[at]!.split(/^(?==== )/m);
  const head = `=== ${name} after`;
  const section = sections.findIndex(one => one.split('\n')[0]!.trimEnd() === head);
  const [end] = /\n*$/.exec(sections[section]!)!;
  sections[section] = `${head}\n${stated(name, text)}`.trimEnd() + (end || '\n');
  cases[at] = sections.join('');
  return cases.join('');
}

/** Writes what a fix makes of a file into its fixture. */
export function updateAfter(file: string, index: number, name: string, text: string): void {
  fs.writeFileSync(file, withAfter(fs.readFileSync(file, 'utf8'), index, name, text));
  console.log(`Updated test/rules/${path.basename(file)}: ${name}`);
}
