import { allowing, turningOff, type ConfigurationChange } from '../../config/changes';
import { nameIn } from '../../config/configurations';
import { readJson } from '../../json/value';
import { isObject, type JsonObject } from '../../json/types';
import type { Fix } from '../../rules/engine/report';
import type { DocumentSnapshot } from '../../workspace/documentSnapshot';
import { asDiagnostic } from '../diagnostics';
import { quickFix, touches, type Action, type ActionSource } from './action';

/** What can be done about a finding but to fix it: to accept it, to turn its rule off, to read about it. Never what is preferred. */
export const configurationActions: ActionSource = ({ document, range }) => {
  const found = document.findings.filter(({ finding }) => touches(document.positions.range(finding.at), range));
  const rules = new Set(found.map(({ finding }) => finding.rule));
  const target = targetOf(document);
  const byTitle = new Map<string, Action>();
  for (const { finding } of found) {
    const { rule, subject } = finding;
    const diagnostic = asDiagnostic(finding, document.positions, document.files);
    const at = subject === '' ? undefined : subject;
    const fixes = target && [
      fixFor(target, `Allow ${rule}${at === undefined ? '' : ` at ${at}`} in this file`, allowing(target, rule, at)),
      fixFor(target, `Turn ${rule} off in this folder`, turningOff(target, rule)),
    ];
    const actions = (fixes ?? []).flatMap(fix => quickFix(document, fix, [diagnostic]) ?? []);
    // With one rule at hand it is clear which documentation is meant.
    const title = rules.size === 1 ? 'Show documentation' : `Show documentation of ${rule}`;
    for (const action of [...actions, documentation(title, rule, diagnostic)])
      if (!byTitle.has(action.title)) byTitle.set(action.title, action);
  }
  return [...byTitle.values()];
};

const documentation = (title: string, rule: string, diagnostic: Action['diagnostics'][number]): Action => ({
  title,
  kind: 'quickfix',
  diagnostics: [diagnostic],
  isPreferred: false,
  createsFiles: false,
  showsRule: rule,
  edit: () => ({ files: [] }),
});

interface Target {
  readonly uri: string;
  readonly exists: boolean;
  /** Of the document, from the folder of the configuration. */
  readonly name: string;
  readonly configuration: JsonObject | undefined;
  /** The file whose layout a new configuration takes over. */
  readonly like: string;
}

/** The configuration that can say something about a document. `undefined`: there is none that could be changed. */
function targetOf({ uri, files, nearestConfiguration }: DocumentSnapshot): Target | undefined {
  if (nearestConfiguration === undefined) return undefined;
  const existing = files.get(nearestConfiguration);
  const reading = existing && readJson(existing.text);
  const isValid = reading === undefined || (reading.state === 'parsed' && isObject(reading.value));
  if (!isValid) return undefined;
  const configuration = reading?.state === 'parsed' && isObject(reading.value) ? reading.value : undefined;
  return { uri: nearestConfiguration, exists: existing !== undefined, name: nameIn(nearestConfiguration, uri), configuration, like: uri };
}

function fixFor({ uri, exists, like }: Target, title: string, { edits, content, caret }: ConfigurationChange): Fix {
  return { title, change: { files: [exists ? { uri, edits } : { create: uri, content, like }] }, caret };
}
