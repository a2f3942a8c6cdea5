import * as fs from 'node:fs';
import * as path from 'node:path';
import type { SkipReason } from '../../server/src/core';
import { TEMPLATES } from './templates';

/** Whether what fixes make of files is written into the fixtures, and not compared with them. */
export const IS_UPDATE = process.env['FIXTURE_UPDATE'] === '1';

/** The valid pair that every case starts from. */
export const SOUND: Readonly<Record<string, string>> = {
  'worker.json': `{
  "type": "esbworker",
  "provider": "wso2",
  "serviceGroup": "esbgroup",
  "host": "esb.example.com",
  "version": "4.8.1",
  "multiTenant": true,
  "portMapping": [{ "protocol": "https", "port": 9443, "proxyPort": 443 }],
  "iaasProvider": [{ "type": "ec2", "imageId": "eu-west-1/ami-4b7c2d10" }],
  "property": [
    { "name": "payload_parameter.SERIVCE_GROUP", "value": "esbgroup" },
    { "name": "payload_parameter.DEPLOYMENT", "value": "worker" },
    { "name": "payload_parameter.MANAGER_SERVICE_TYPE", "value": "esbmgt" },
    { "name": "PRIMARY", "value": "true" },
    { "name": "payload_parameter.CLUSTERING", "value": "true" }
  ]
}
`,
  'manager.json': `{
  "type": "esbmgt",
  "provider": "wso2",
  "serviceGroup": "esbgroup",
  "host": "mgt.esb.example.com",
  "version": "4.8.1",
  "multiTenant": true,
  "portMapping": [{ "protocol": "https", "port": 9443, "proxyPort": 443 }],
  "iaasProvider": [{ "type": "ec2", "imageId": "eu-west-1/ami-4b7c2d10" }],
  "property": [
    { "name": "payload_parameter.SERIVCE_GROUP", "value": "esbgroup" },
    { "name": "payload_parameter.DEPLOYMENT", "value": "manager" },
    { "name": "payload_parameter.WORKER_SERVICE_TYPE", "value": "esbworker" },
    { "name": "payload_parameter.WORKER_HOST_NAME", "value": "esb.example.com" },
    { "name": "PRIMARY", "value": "true" },
    { "name": "payload_parameter.CLUSTERING", "value": "true" },
    { "name": "payload_parameter.COMMIT_ENABLED", "value": "true" }
  ]
}
`,
};

export interface MarkedText {
  readonly text: string;
  /** What is between « and »: where findings are expected, as [start, end] offsets. */
  readonly squiggles: readonly (readonly [number, number])[];
  /** What is between ‹ and ›: where related information is expected to point. */
  readonly links: readonly (readonly [number, number])[];
}

/** One case of a fixture file: a folder before, and what a fix makes of it. */
export interface Case {
  readonly title: string;
  /** The rule whose findings are marked; the fixture's own unless the case says otherwise. */
  readonly rule: string;
  readonly severity: string | undefined;
  /** The beginning of the title of the fix to apply, and the file it belongs to. `undefined`: the first one offered; `none`: there is none. */
  readonly fix: string | undefined;
  /** The limit of file sizes. `undefined`: the default. */
  readonly maxFileSize: number | undefined;
  /** A file that is not UTF-8, and what it is. */
  readonly encoding: { readonly file: string; readonly unread: SkipReason } | undefined;
  /** The file whose finding is fixed. `undefined`: the one that changes. */
  readonly on: string | undefined;
  readonly files: ReadonlyMap<string, MarkedText>;
  /** The files that are different after the fix. Empty: no fix is applied. */
  readonly after: ReadonlyMap<string, string>;
}

/** Takes the marks out of a text. */
export function unmark(marked: string): MarkedText {
  const squiggles: [number, number][] = [];
  const links: [number, number][] = [];
  const open: { mark: string; at: number }[] = [];
  let text = '';
  for (const c of marked) {
    if (c === '«' || c === '‹') open.push({ mark: c, at: text.length });
    else if (c === '»' || c === '›') {
      const begun = open.pop();
      if (begun?.mark !== (c === '»' ? '«' : '‹')) throw new Error(`Unbalanced marks in\n${marked}`);
      (c === '»' ? squiggles : links).push([begun.at, text.length]);
    } else text += c;
  }
  if (open.length > 0) throw new Error(`Unbalanced marks in\n${marked}`);
  const byStart = (a: [number, number], b: [number, number]) => a[0] - b[0] || a[1] - b[1];
  return { text, squiggles: squiggles.sort(byStart), links: links.sort(byStart) };
}

/**
 * Reads `<rule>.fixture`. A case begins with `# title`, which begins with "reports" or "does not report"; `severity:`, `fix:`, `on:`, `rule:`, `max-size:` (bytes) and `encoding:` (file, what it is) may follow. `=== name` begins a file of the
 * folder, which is the valid pair unless told otherwise (valid files of other kinds are in templates.ts): `=== name none` leaves it out; lines `< …` and `> …` replace lines of the
 * valid file; any other lines are its whole text. `=== name after` states in the same way, against the valid file, what the fix makes of it.
 */
export function readFixture(file: string): Case[] {
  const own = path.basename(file, '.fixture');
  const cases = fs.readFileSync(file, 'utf8').split(/^# /m).slice(1);
  return cases.map(text => {
    const [head, ...sections] = text.split(/^=== /m);
    const [title, ...settings] = head!.trim().split('\n');
    const setting = (name: string) => settings.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const files = new Map(Object.entries(SOUND));
    const after = new Map<string, string>();
    for (const section of sections) {
      const [first, ...lines] = section.split('\n');
      const [name, word] = first!.trim().split(' ');
      const body = lines.join('\n').replace(/\n*$/, '\n');
      if (word === 'none') files.delete(name!);
      else if (IS_UPDATE && word === 'after' && body.trim() === '' && validFile(name!) === undefined) after.set(name!, '');
      else (word === 'after' ? after : files).set(name!, textOf(name!, body, `${own}: ${title}`));
    }
    return {
      title: title!,
      rule: setting('rule') ?? own,
      severity: setting('severity'),
      fix: setting('fix'),
      on: setting('on'),
      maxFileSize: setting('max-size') === undefined ? undefined : Number(setting('max-size')),
      encoding: encodingOf(setting('encoding')),
      files: new Map([...files].map(([name, marked]) => [name, unmark(marked)])),
      after,
    };
  });
}

function encodingOf(setting: string | undefined): Case['encoding'] {
  const [, file, encoding] = /^(\S+) (.*)$/.exec(setting ?? '') ?? [];
  return file === undefined ? undefined : { file, unread: { kind: 'encoding', encoding: encoding === 'UTF-16' ? encoding : 'not UTF-8' } };
}

export const validFile = (name: string): string | undefined => SOUND[name] ?? TEMPLATES[name];

/** What the lines below `=== name` state. `where`: of which case, for errors. */
export function textOf(name: string, body: string, where: string): string {
  const sound = validFile(name);
  if (body.trim() === '') return sound ?? fail(`${where}: there is no valid ${name}`);
  if (!/^[<>]/.test(body)) return body;
  const lines = (sound ?? fail(`${where}: there is no valid ${name}`)).split('\n');
  let at = -1;
  for (const line of body.trimEnd().split('\n')) {
    const content = line.slice(2);
    if (line.startsWith('<')) {
      at = lines.findIndex(sound => sound.trim() === content.trim());
      if (at === -1) fail(`${where}: ${name} has no line ${content}`);
      lines.splice(at, 1);
    } else {
      lines.splice(at, 0, content);
      at++;
    }
  }
  return lines.join('\n');
}

function fail(message: string): never {
  throw new Error(message);
}
