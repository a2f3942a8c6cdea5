import type { Range } from 'vscode-languageserver-types';
import { isSameValue } from '../json/types';
import { locationAt, type CaretLocation } from '../json/location';
import type { Cartridge } from '../model/cartridge';
import { fieldAt } from '../model/fieldTables';
import type { Occurrence } from '../model/occurrences';
import type { Property } from '../model/property';
import { OUTSIDE_OF_HOST, PARAMETERS_40, PARAMETERS_41, type ParameterDescription } from '../vocabulary/parameterDescriptions';
import { PAYLOAD_PREFIX, PRIMARY } from '../vocabulary/payloadParameters';
import type { Field } from '../vocabulary/fields';
import type { DocumentSnapshot } from '../workspace/documentSnapshot';
import type { Workspace } from '../workspace/workspace';
import { sentence, type Description, type Part } from './description';
import { openerOf } from './navigation/opener';
import { definitionsOf, type Open } from './navigation/targets';
import { describeTarget } from './navigation/targetDescription';

export interface HoverContent {
  readonly range: Range;
  readonly descriptions: readonly Description[];
}

/** What there is to know about what stands at an offset. `undefined`: nothing. */
export function hover(workspace: Workspace, uri: string, offset: number): HoverContent | undefined {
  const open = openerOf(workspace);
  const document = open(uri);
  if (!document?.artifact) return undefined;
  const place = locationAt(document.text, offset);
  if (place.span.length === 0) return undefined;
  const occurrence = document.occurrenceAt(offset);
  const descriptions = [
    ...(occurrence ? targets(document, occurrence, open) : []),
    ...(describeParameter(document, place) ?? describeField(document, place) ?? []),
  ];
  return descriptions.length === 0 ? undefined : { range: document.positions.range(place.span), descriptions };
}

/** What a reference leads to. */
function targets(document: DocumentSnapshot, occurrence: Occurrence, open: Open): readonly Description[] {
  if (occurrence.role === 'definition') return [];
  return describeTarget(document, occurrence, definitionsOf({ document, occurrence }, open), open);
}

/** Of an entry of a property list: the parameter. */
function describeParameter({ artifact, positions }: DocumentSnapshot, { path }: CaretLocation): readonly Description[] | undefined {
  if (artifact?.kind !== 'cartridge') return undefined;
  const property = propertyAt(artifact, path);
  if (!property || !positions.holds(property.name)) return undefined;
  const name = property.name.text;
  const isPrefixed = name.startsWith(PAYLOAD_PREFIX);
  const parameter = isPrefixed ? name.slice(PAYLOAD_PREFIX.length) : name;
  const known = (artifact.dialect === '4.0' ? PARAMETERS_40 : PARAMETERS_41).get(parameter);
  // Without its prefix, a parameter is a property of the same name that nobody reads.
  if (!known || (!isPrefixed && parameter !== PRIMARY)) return undefined;
  return [inWords(parameter, known, artifact.dialect)];
}

const propertyAt = ({ properties }: Cartridge, path: CaretLocation['path']): Property | undefined =>
  path[0] === 'property' ? [...properties].find(({ name }) => isSameValue(name.path.slice(0, -1), path.slice(0, -1))) : undefined;

const inWords = (
  parameter: string,
  { meaning, readers, missing, notes = [], source }: ParameterDescription,
  dialect: string,
): Description => ({
  title: { code: parameter },
  kind: `parameter of Private PaaS ${dialect}`,
  paragraphs: [
    sentence(meaning),
    [readers === undefined ? 'Nobody reads it.' : `Read by ${readers}.`],
    ...(missing === undefined ? [] : [[`If it is missing: ${missing}`]]),
    ...notes.map(sentence),
    [`Source: ${source}.`],
  ],
});

const TYPES: Record<Field['type'], string> = {
  text: 'string',
  'whole number': 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
};

/** Of a key or a value: its field. */
function describeField({ artifact }: DocumentSnapshot, { path }: CaretLocation): readonly Description[] | undefined {
  const key = path.findLast(step => typeof step === 'string');
  const field = artifact && fieldAt(artifact, path);
  if (!artifact || !field || typeof key !== 'string') return undefined;
  const type = field.isList ? `list of ${field.type === 'text' ? 'strings' : 'objects'}` : TYPES[field.type];
  const given = field.required === undefined ? (field.type === 'boolean' ? 'optional, false if it is missing' : 'optional') : 'required';
  const paragraphs: (readonly Part[])[] = [sentence(field.description)];
  if (field.required !== undefined) paragraphs.push([`If it is missing: ${field.required}`]);
  if (field.isIgnored) paragraphs.push(['The server does not read it.']);
  if (artifact.kind === 'cartridge' && artifact.dialect === '4.0' && path.length === 1 && key === 'host')
    paragraphs.push([OUTSIDE_OF_HOST]);
  return [{ title: { code: key }, kind: `${type}, ${given}`, paragraphs }];
}
