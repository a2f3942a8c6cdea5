import { isObject, member, type JsonObject } from '../../json/types';
import { CartridgeContext } from '../../links/crossFileContext';
import { relativeName } from '../../links/link';
import { declaredRole, pointsBackAt } from '../../model/cartridge';
import type { CartridgeFacts } from '../../model/facts';
import type { Artifact } from '../../model/kinds';
import type { Occurrence } from '../../model/occurrences';
import { listItems, scalarText } from '../../model/scalar';
import { withoutMarks } from '../../vocabulary/placeholders';
import type { DocumentSnapshot } from '../../workspace/documentSnapshot';
import type { Description, Part } from '../description';
import type { NamePlace, Open } from './targets';

/** So many targets are described; of more, their number is told. */
const MOST = 3;

/** What a reference leads to: each target with its file, or that there is none. */
export function describeTarget(
  document: DocumentSnapshot,
  { of, name }: Occurrence,
  places: readonly NamePlace[],
  open: Open,
): readonly Description[] {
  const title = { code: name.text };
  const kind = of;
  if (places.length === 0) return [{ title, kind, paragraphs: [[`No ${kind} of this name is found in this workspace folder.`]] }];
  const files = [...new Set(places.map(({ uri }) => uri))];
  const shown = files
    .slice(0, MOST)
    .map(uri => ({ title, kind, paragraphs: [fileOf(document, uri), ...detailsOf(document, open(uri)?.artifact, of)] }));
  if (files.length > MOST) shown.push({ title, kind, paragraphs: [[`and ${files.length - MOST} more files`]] });
  return shown;
}

/** The file, and where it was looked up. */
function fileOf({ uri: from }: DocumentSnapshot, uri: string): readonly Part[] {
  const folder = from.slice(0, from.lastIndexOf('/'));
  const name = relativeName(folder, uri);
  const file: Part = { uri, name };
  return uri === from
    ? ['In this file.']
    : ['In ', file, name.includes('/') ? ': the nearest, for this folder has none.' : ', in the same folder.'];
}

/** What a cartridge says of itself, and whether it names the one who asks. */
function detailsOf(document: DocumentSnapshot, target: Artifact | undefined, of: Occurrence['of']): readonly (readonly Part[])[] {
  if (of !== 'cartridge' || target?.kind !== 'cartridge') return [];
  const { facts } = target;
  const details: (readonly Part[])[] = [];
  const add = (label: string, text: string | undefined) => {
    if (text !== undefined && text !== '') details.push([`${label}: `, { code: withoutMarks(text) }]);
  };
  add('role', declaredRole(facts));
  add('service group', facts.serviceGroup?.text);
  add('host', facts.host?.text);
  add('ports', portsOf(target.root));
  const back = namesBack(document, facts);
  return back === undefined ? details : [...details, [back]];
}

function portsOf(root: JsonObject): string | undefined {
  const ports = listItems(root, 'portMapping').flatMap(({ value }) => (isObject(value) ? (scalarText(member(value, 'port')) ?? []) : []));
  return ports.length === 0 ? undefined : ports.join(', ');
}

/** Of a worker and a manager. */
function namesBack({ artifact, context }: DocumentSnapshot, target: CartridgeFacts): string | undefined {
  if (artifact?.kind !== 'cartridge' || artifact.dialect !== '4.0' || !(context instanceof CartridgeContext)) return undefined;
  if (!declaredRole(artifact.facts) || !declaredRole(target)) return undefined;
  return pointsBackAt(target, artifact.facts)
    ? 'It names this cartridge as its partner.'
    : 'It does not name this cartridge as its partner.';
}
