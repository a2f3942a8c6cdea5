import fc from 'fast-check';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';

/** What a case begins with: names of files and their texts. */
export type Files = readonly (readonly [name: string, text: string])[];

/** JSON whose keys may stand twice. */
type Doc = string | number | boolean | null | Doc[] | Members;
class Members {
  constructor(readonly entries: [key: string, value: Doc][]) {}
}

/** Files that are odd as they are: a name stands twice in them. */
const TWICE = {
  'twice.json': '{ "name": "g", "cartridges": ["wso2esb-490-worker"], "groups": [{ "name": "g", "cartridges": ["wso2esb-490-worker"] }] }',
  'twins.json': '{ "name": "g", "groups": [{ "name": "x" }, { "name": "x", "groups": [{ "name": "g" }] }], "dependencies": {} }',
};

export const SOURCES: Readonly<Record<string, string>> = { ...SOUND, ...TEMPLATES, ...TWICE };
export const PAIR = Object.keys(SOUND);
const OTHERS = Object.keys(SOURCES).filter(name => !PAIR.includes(name));
export const FOLDERS = ['', 'ec2/', 'os/', 'os/eu/', 'os/eu/old/'];

/** All keys and words of the sound files: a mutation puts them where they do not belong. */
const WORDS = [...new Set(Object.values(SOURCES).flatMap(text => [...text.matchAll(/"([^"]*)"/g)].map(([, word]) => word!)))];

/** Those of the two ends of the pair. */
const HOSTS = PAIR.map(name => (JSON.parse(SOURCES[name]!) as { host: string }).host);

/** What every object has without saying so. */
const INHERITED = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];
const NAMES = [
  ...WORDS.filter(word => word.startsWith('payload_parameter.') || word === 'PRIMARY'),
  ...INHERITED.flatMap(name => [name, `payload_parameters.${name}`]),
];

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', ' true', 'TRUE', 'yes', 'default', 'Worker', '@TYPE', '${X}', '<LB_IP>', 'a,b=c', 'apim,x'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...INHERITED, 'größe', '😀', '\ud800', '\u2028', 'a:b', '"', '\\', '// no'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const odd: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 1e300, 443, [], {}, [[]], [null], [{}], { a: {} }, { name: 'x' }),
  },
);

const WAYS = [
  'drop',
  'duplicate',
  'rename',
  'retype',
  'wrap',
  'unwrap',
  'wrap all',
  'slip',
  'slip',
  'enter',
  'enter',
  'inherit',
  'mistype',
  'take over',
] as const;

/** In which documents show a definition. */
const WRAPPERS = [
  'cartridgeDefinitionBean',
  'partition',
  'autoscalePolicy',
  'deploymentPolicy',
  'cartridgeInfoBean',
  'serviceDefinitionBean',
];

/** One thing that goes wrong in a value: `at` chooses the place, `word` and `value` are what comes there. */
export const mutations = fc.record({
  how: fc.constantFrom(...WAYS),
  at: fc.nat(120),
  by: fc.nat(40),
  word: words,
  value: odd,
});
type Mutation = typeof mutations extends fc.Arbitrary<infer M> ? M : never;

function asDoc(value: unknown): Doc {
  if (Array.isArray(value)) return value.map(asDoc);
  if (typeof value !== 'object' || value === null) return value as Doc;
  return new Members(Object.entries(value).map(([key, item]) => [key, asDoc(item)]));
}

/** What a document says; of a key that stands twice, the last value. */
const plain = (doc: Doc): unknown =>
  doc instanceof Members
    ? Object.fromEntries(doc.entries.map(([key, value]) => [key, plain(value)]))
    : Array.isArray(doc)
      ? doc.map(plain)
      : doc;

/** All objects and lists of a document. */
function holdersIn(doc: Doc): (Members | Doc[])[] {
  if (doc instanceof Members) return [doc, ...doc.entries.flatMap(([, value]) => holdersIn(value))];
  return Array.isArray(doc) ? [doc, ...doc.flatMap(holdersIn)] : [];
}

function mutate(doc: Doc, { how, at, by, word, value }: Mutation): Doc {
  if (how === 'wrap all') return new Members([[by % 2 === 0 ? WRAPPERS[at % WRAPPERS.length]! : word, doc]]);
  const places = holdersIn(doc).flatMap(holder => {
    const list: unknown[] = holder instanceof Members ? holder.entries : holder;
    return list.map((_item, index) => ({ holder, list, index }));
  });
  if (places.length === 0) return doc;
  const { holder, list, index } = places[at % places.length]!;
  const entry = holder instanceof Members ? holder.entries[index]! : undefined;
  const old = entry ? entry[1] : (holder as Doc[])[index]!;
  const put = (fresh: Doc) => {
    if (entry) entry[1] = fresh;
    else list[index] = fresh;
  };
  if (how === 'drop') list.splice(index, 1);
  else if (how === 'duplicate') list.splice(by % (list.length + 1), 0, entry ? [entry[0], by % 3 === 0 ? asDoc(value) : entry[1]] : old);
  else if (how === 'rename' && entry) entry[0] = by % 2 === 0 ? word : slipped(entry[0], by);
  else if (how === 'retype') put(asDoc(value));
  else if (how === 'wrap') put(by % 2 === 0 ? [old] : new Members([[word, old]]));
  else if (how === 'unwrap' && Array.isArray(old)) put(old[0] ?? null);
  else if (how === 'slip' && typeof old === 'string') put(slipped(old, by));
  else if (how === 'mistype' && doc instanceof Members) {
    const type = doc.entries.find(([key]) => key === 'type');
    if (typeof type?.[1] === 'string') type[1] = swapped(type[1], by);
  } else if (how === 'take over' && doc instanceof Members) {
    const role = `"payload_parameter.DEPLOYMENT","value":"${['worker', 'manager'][by % 2]!}"`;
    const text = JSON.stringify(plain(doc)).replace(/"payload_parameter\.DEPLOYMENT","value":"\w+"/, role);
    if (at % 2 === 0) return asDoc(JSON.parse(text));
    const host = doc.entries.find(([key]) => key === 'host');
    if (host) host[1] = HOSTS[by % HOSTS.length]!;
  } else if (how === 'inherit') {
    if (entry && by % 3 === 0) entry[0] = INHERITED[at % INHERITED.length]!;
    else put(INHERITED[at % INHERITED.length]!);
  } else if (how === 'enter' && doc instanceof Members) {
    const named = asDoc({ name: slipped(NAMES[at % NAMES.length]!, by), value });
    const properties = doc.entries.find(([key]) => key === 'property')?.[1];
    if (Array.isArray(properties)) properties.splice(by % (properties.length + 1), 0, named);
    else doc.entries.push(['property', [named]]);
  }
  return doc;
}

/** Two letters that stand side by side change places. */
const swapped = (word: string, by: number): string => {
  const at = by % Math.max(word.length - 1, 1);
  return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
};

/** A word as a person gets it wrong. */
function slipped(word: string, by: number): string {
  const at = by % Math.max(word.length, 1);
  const ways: (() => string)[] = [
    () => word,
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word.slice(at, at + 1).repeat(2) + word.slice(at + 1),
    () => word.toUpperCase(),
    () => word.toLowerCase(),
    () => ` ${word}\t`,
    () => word.replace('payload_parameter.', ''),
    () => word.replace('payload_parameter', 'payload_paramter'),
    () => word.replace(/^(?!payload_)/, 'payload_parameter.'),
    () => word.replace('parameter.', 'parameter.CONFIG_PARAM_'),
    () => word.replace(/_/g, '-'),
    () => `${word},x=y`,
  ];
  return ways[by % ways.length]!();
}

/** How a file is written down. */
export const layouts = fc.record({
  unit: fc.constantFrom('  ', '    ', '\t', ' \t', ''),
  eol: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  colon: fc.constantFrom(': ', ':', ' : ', '\t:\t', '\n:\n'),
  /** From this depth on all stands on one line. */
  flat: fc.constantFrom(0, 2, 3, 99, 99),
  comma: fc.constantFrom(',', ',', ' , '),
  bom: fc.boolean(),
  trailingComma: fc.constantFrom(false, false, true),
  comment: fc.constantFrom('', '', ' // remark', ' /* a, "b": [ */', '/**/'),
});
export type Layout = typeof layouts extends fc.Arbitrary<infer L> ? L : never;

function written(doc: Doc, layout: Layout): string {
  const write = (doc: Doc, depth: number): string => {
    if (!Array.isArray(doc) && !(doc instanceof Members)) return JSON.stringify(doc);
    const items = Array.isArray(doc)
      ? doc.map(item => write(item, depth + 1))
      : doc.entries.map(([key, value]) => JSON.stringify(key) + layout.colon + write(value, depth + 1));
    const [open, close] = Array.isArray(doc) ? '[]' : '{}';
    const isFlat = depth >= layout.flat;
    const line = (depth: number) => (isFlat ? ' ' : layout.eol + layout.unit.repeat(depth));
    const remark = isFlat && layout.comment.includes('//') ? '' : layout.comment;
    if (items.length === 0) return open! + (depth % 2 === 0 ? '' : line(depth)) + close!;
    const last = (layout.trailingComma ? ',' : '') + remark + line(depth) + close!;
    return open! + line(depth + 1) + items.join(layout.comma + remark + line(depth + 1)) + last;
  };
  return (layout.bom ? '\ufeff' : '') + write(doc, 0) + layout.eol;
}

/** What happens to a text regardless of what it means: a few characters give way to others, or the end is missing. */
export const damages = fc.record({
  at: fc.nat(2000),
  length: fc.constantFrom(0, 0, 1, 2, 30, Infinity),
  text: fc.oneof(fc.constantFrom('', '"', ',', '{', '}', '[', ']', ':', '\\', ' ', '\n', '// ', '/*', '\ufeff', 'x', '{"name": "'), words),
});
export type Damage = typeof damages extends fc.Arbitrary<infer D> ? D : never;

export function damaged(text: string, { at, length, text: by }: Damage): string {
  const offset = at % (text.length + 1);
  return text.slice(0, offset) + by + (length === Infinity ? '' : text.slice(offset + length));
}

export const mutated = (source: string, changes: readonly Mutation[], layout: Layout): string =>
  written(changes.reduce(mutate, asDoc(JSON.parse(SOURCES[source]!))), layout);

const changesOf = (most: number) => fc.array(mutations, { maxLength: most });
const sourceNames = fc.oneof(fc.constantFrom(...PAIR), fc.constantFrom(...Object.keys(SOURCES)));

/** A file that can be read, most often one of ours; and names of files. */
export const wholeTexts = fc.tuple(sourceNames, changesOf(3), layouts).map(args => mutated(...args));
export const names = fc.tuple(fc.constantFrom(...FOLDERS), sourceNames).map(([folder, source]) => folder + source);

/** Any text. */
export const texts = fc.oneof(
  { weight: 6, arbitrary: wholeTexts },
  { weight: 3, arbitrary: fc.tuple(wholeTexts, damages).map(([text, damage]) => damaged(text, damage)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\ufeff',
      '{',
      '[]',
      'null',
      '{}',
      '{ "serviceGroup": "g", ',
      '['.repeat(3000),
      '{"a":'.repeat(600),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map(bytes => new TextDecoder().decode(bytes)) },
);

/** Pairs with the same types in several folders, some files of other kinds beside them, and a few mutations over all of them. */
export const workspaces: fc.Arbitrary<Files> = fc
  .record({
    folders: fc.subarray(FOLDERS, { minLength: 1, maxLength: 2 }),
    others: fc.subarray(OTHERS, { maxLength: 4 }),
    changes: fc.array(fc.tuple(fc.nat(9), mutations), { minLength: 1, maxLength: 6 }),
    layouts: fc.array(layouts, { minLength: 1, maxLength: 3 }),
  })
  .map(({ folders, others, changes, layouts }) =>
    folders
      .flatMap(folder => [...PAIR, ...(folder === folders[0] ? others : [])].map(source => ({ folder, source })))
      .map(({ folder, source }, i, all) => {
        const own = changes.filter(([file]) => file % all.length === i).map(([, change]) => change);
        return [folder + source, mutated(source, own, layouts[i % layouts.length]!)] as const;
      }),
  );

const API_MANAGER = ['gateway.json', 'gatewaymgt.json', 'keymanager.json', 'publisher.json', 'store.json'];

/** What somebody has written of a sound definition so far: entries are missing, or have a name that is not right yet. */
const halfWay = fc.record({
  source: fc.constantFrom(...PAIR, ...API_MANAGER),
  entries: fc.array(fc.constantFrom('keep', 'keep', 'drop', 'rename', 'bare'), { minLength: 10, maxLength: 10 }),
  by: fc.nat(40),
  group: fc.constantFrom(undefined, undefined, 'apim', 'esbgroup', 'g'),
  type: fc.constantFrom(undefined, undefined, undefined, ...API_MANAGER.map(name => name.replace('.json', ''))),
});

/** Folders of definitions that are on the way to be sound ones. */
export const halfWayStates: fc.Arbitrary<Files> = fc
  .uniqueArray(halfWay, { minLength: 1, maxLength: 5, selector: ({ source }) => source })
  .map(states => states.map(({ source, entries, by, group, type }) => [source, halfWritten(source, entries, by, group, type)] as const));

function halfWritten(source: string, entries: readonly string[], by: number, group: string | undefined, type: string | undefined): string {
  const definition = JSON.parse(SOURCES[source]!) as Record<string, unknown> & { property: { name: string; value: string }[] };
  const property = definition.property.flatMap(({ name, value }, i) => {
    const how = entries[i]!;
    if (how === 'drop') return [];
    const as = how === 'rename' ? slipped(name, by + i) : how === 'bare' ? name.replace('payload_parameter.', '') : name;
    return [{ name: as, value: group !== undefined && name.endsWith('_GROUP') ? group : value }];
  });
  return JSON.stringify({ ...definition, ...(type !== undefined && { type }), property }, undefined, 2);
}

/** JSON in any layout. */
export const documents = fc
  .tuple(
    fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom(...Object.values(SOURCES)).map(text => JSON.parse(text) as unknown),
    ),
    layouts,
  )
  .map(([value, layout]) => written(asDoc(value), layout));
