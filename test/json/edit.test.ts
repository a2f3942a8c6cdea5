import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges, editJson, readJson, type JsonEdit, type JsonValue } from '../../server/src/core';
import { editsSomething } from '../../server/src/core/json/edit';
import * as parsing from '../../server/src/core/json/parse';
import { nodeAt, parseJsonTree } from '../../server/src/core/json/tree';

const ENTRY = { name: 'payload_parameter.CLUSTERING', value: 'true' };
const append: JsonEdit = { op: 'append', list: ['property'], item: ENTRY };

const after = (text: string, ...edits: JsonEdit[]): string => applyChanges(text, editJson(text, edits));
const valueOf = (text: string): JsonValue => {
  const reading = readJson(text);
  if (reading.state !== 'parsed') assert.fail(`not whole: ${reading.state}\n${text}`);
  return reading.value;
};

/** How often a text is read. */
function parses(work: () => void): number {
  const module = parsing as { parse: typeof parsing.parse };
  const { parse } = module;
  let count = 0;
  module.parse = text => {
    count++;
    return parse(text);
  };
  try {
    work();
  } finally {
    module.parse = parse;
  }
  return count;
}

describe('json/edit', () => {
  describe('append copies the white space of its neighbours', () => {
    const cases: [string, string, string][] = [
      [
        'an entry of the vendor, indented unlike its brackets',
        '{\n      "property": [\n        {\n            "name": "a",\n            "value": "b"\n         }\n      ]\n}',
        '{\n      "property": [\n        {\n            "name": "a",\n            "value": "b"\n         },\n        {\n            "name": "payload_parameter.CLUSTERING",\n            "value": "true"\n         }\n      ]\n}',
      ],
      [
        'blanks and tabs mixed',
        '{ "property": [\n  {"name" :"a",\t"value":"b"}\n\t  ,{"name" :"c",\t"value":"d"} ]}',
        '{ "property": [\n  {"name" :"a",\t"value":"b"}\n\t  ,{"name" :"c",\t"value":"d"},{"name" :"payload_parameter.CLUSTERING",\t"value":"true"} ]}',
      ],
      [
        'an empty list',
        '{\r\n\t"type": "esb",\r\n\t"property": []\r\n}',
        '{\r\n\t"type": "esb",\r\n\t"property": [\r\n\t\t{\r\n\t\t\t"name": "payload_parameter.CLUSTERING",\r\n\t\t\t"value": "true"\r\n\t\t}\r\n\t]\r\n}',
      ],
      [
        'no list',
        '{\n   "type" : "esb"\n}\n',
        '{\n   "type" : "esb",\n   "property" : [\n      {\n         "name" : "payload_parameter.CLUSTERING",\n         "value" : "true"\n      }\n   ]\n}\n',
      ],
      ['null for a list', '{ "property": null }', '{ "property": [{"name": "payload_parameter.CLUSTERING", "value": "true"}] }'],
      [
        'one line',
        '{"type":"esb","property":[{"name":"a","value":"b"}]}',
        '{"type":"esb","property":[{"name":"a","value":"b"},{"name":"payload_parameter.CLUSTERING","value":"true"}]}',
      ],
      [
        'one object for a list',
        '{\n  "property": { "name": "a", "value": "b" }\n}',
        '{\n  "property": [{ "name": "a", "value": "b" }, { "name": "payload_parameter.CLUSTERING", "value": "true" }]\n}',
      ],
      [
        'a trailing comma stays',
        '{ "property": [\n  { "name": "a", "value": "b" },\n] }',
        '{ "property": [\n  { "name": "a", "value": "b" },\n  { "name": "payload_parameter.CLUSTERING", "value": "true" },\n] }',
      ],
      [
        'a remark keeps its line',
        '{ "property": [\n  { "name": "a", "value": "b" } // first\n] }',
        '{ "property": [\n  { "name": "a", "value": "b" }, // first\n  { "name": "payload_parameter.CLUSTERING", "value": "true" }\n] }',
      ],
      ['an empty document', '{}', '{"property": [{"name": "payload_parameter.CLUSTERING", "value": "true"}]}'],
      [
        'a byte order mark',
        '\ufeff{\n  "property": [\n    { "name": "a", "value": "b" }\n  ]\n}',
        '\ufeff{\n  "property": [\n    { "name": "a", "value": "b" },\n    { "name": "payload_parameter.CLUSTERING", "value": "true" }\n  ]\n}',
      ],
    ];
    for (const [title, before, expected] of cases) it(title, () => assert.equal(after(before, append), expected));

    it('does not append to what is not a list', () => assert.deepEqual(editJson('{ "property": "x" }', [append]), []));
  });

  describe('remove', () => {
    const remove = (i: number): JsonEdit => ({ op: 'remove', path: ['a', i] });
    it('removes the comma as well', () => {
      assert.equal(after('{"a": [1, 2, 3]}', remove(2)), '{"a": [1, 2]}');
      assert.equal(after('{"a": [1, 2, 3]}', remove(0)), '{"a": [2, 3]}');
      assert.equal(after('{"a": [1, 2,]}', remove(1)), '{"a": [1,]}');
      assert.equal(after('{"a": [ 1 ]}', remove(0)), '{"a": []}');
      assert.equal(after('{"a": 1, "b": 2}', { op: 'remove', path: ['b'] }), '{"a": 1}');
    });
    it('counts places as they were before the removal', () => {
      assert.equal(after('{"a": [1, 2, 3, 4]}', remove(0), remove(2)), '{"a": [2, 4]}');
      assert.equal(after('{"a": [1, 2]}', remove(0), remove(1), { op: 'append', list: ['a'], item: { x: 1 } }), '{"a": [{"x": 1}]}');
    });
  });

  it('a duplicate key: an item of the joined list is edited where it is', () => {
    const text = '{"property": [{"name": "a", "value": "1"}], "property": [{"name": "b", "value": "2"}]}';
    assert.equal(after(text, { op: 'set', path: ['property', 0, 'value'], value: '9' }), text.replace('"1"', '"9"'));
    assert.equal(after(text, { op: 'set', path: ['property', 1, 'value'], value: '9' }), text.replace('"2"', '"9"'));
  });

  it('a duplicate key: the last one is set, and a removal removes all', () => {
    const text = '{"a": "1", "b": 2, "a": "", "c": 3, "a": null}';
    assert.equal(after(text, { op: 'insert', object: [], key: 'a', value: '9' }), text.replace('null', '"9"'));
    assert.equal(after(text, { op: 'remove', path: ['a'] }), '{"b": 2, "c": 3}');
    assert.equal(after('[{"a": 1, "a": 2}, {"a": 3}]', { op: 'remove', path: [0, 'a'] }), '[{}, {"a": 3}]');
  });

  it('a key with many duplicates: all are removed, and what is between them stays', () => {
    const remove: JsonEdit = { op: 'remove', path: ['a'] };
    assert.equal(after('{"a": 1, "a": 2, "b": 3, "a": 4}', remove), '{"b": 3}');
    assert.equal(after('{ "b": 3, "a": 1, "a": 2, // two\n "c": 4, "a": 5 }', remove), '{ "b": 3, // two\n "c": 4 }');
    assert.equal(after('{ "a": 1,\n "a": 2, }', remove), '{}');
    assert.equal(after('{ "a": 1, "a": 2 /* two */ }', remove), '{  /* two */ }');
  });

  it('a duplicate key with a list and one value: the value is removed as an item', () =>
    assert.equal(after('{ "a": 1, "a": [5, 6] }', { op: 'remove', path: ['a', 0] }), '{ "a": [5, 6] }'));

  it('a key with a thousand duplicates is removed without another reading of the text', () => {
    const members = Array.from({ length: 1000 }, (_, i) => `"a": ${i}, "b${i % 7}": 1`);
    const text = `{${members.join(', ')}}`;
    const tree = parseJsonTree(text);
    assert.equal(
      parses(() => assert.ok(editsSomething(text, tree, [{ op: 'remove', path: ['a'] }]))),
      0,
    );
    assert.equal(
      parses(() => assert.ok(!after(text, { op: 'remove', path: ['a'] }).includes('"a"'))),
      1,
    );
  });

  it('a list in a thousand parts is joined once, however many of its items are looked for', () => {
    const parts = 1000;
    const tree = parseJsonTree(`{${Array.from({ length: parts }, (_, i) => `"a": [${i}, 0]`).join(', ')}}`)!;
    let read = 0;
    for (const member of tree.children!) {
      const list = member.children![1]!;
      const items = list.children;
      Object.defineProperty(list, 'children', { get: () => (read++, items) });
    }
    for (let i = 0; i < parts; i++) assert.equal(nodeAt(tree, ['a', 2 * i])?.value, i);
    assert.ok(read <= 2 * parts, `${read} lists are read for ${parts}`);
  });

  it('a duplicate key, once with a list: nothing is inserted into a joined list', () => {
    for (const list of ['[]', '[null]'])
      assert.deepEqual(editJson(`{"a": ${list}, "a": true}`, [{ op: 'insert', object: [], key: 'a', value: '9' }]), []);
    assert.deepEqual(editJson('{"a": "x", "a": {"name": "y"}}', [{ op: 'append', list: ['a'], item: { name: 'z' } }]), []);
  });

  describe('on documents of every layout', () => {
    it('changes the value at its path, and nothing else', () =>
      fc.assert(
        fc.property(documents, fc.array(edits, { minLength: 1, maxLength: 4 }), ({ text, entries, single }, wanted) => {
          const applicable = wanted.filter(edit => edit.index === undefined || edit.index < entries.length);
          const jsonEdits = applicable.map(edit => asJsonEdit(edit, single));
          const changes = editJson(text, jsonEdits);
          for (const [i, change] of changes.entries()) {
            assert.ok(change.offset + change.length <= text.length);
            if (i > 0) assert.ok(changes[i - 1]!.offset + changes[i - 1]!.length < change.offset, 'changes touch');
          }
          const result = applyChanges(text, changes);
          const value = valueOf(result) as { property?: JsonValue };
          const list =
            value.property === undefined || value.property === null
              ? []
              : Array.isArray(value.property)
                ? value.property
                : [value.property];
          assert.deepEqual(list, expected(entries, applicable));
          assert.deepEqual({ ...value, property: 0 }, { ...(valueOf(text) as object), property: 0 });
          if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(result), 'a bare line feed in a file of CRLF');
        }),
        { numRuns: 1500 },
      ));

    it('appends by an insertion: its removal gives the original text', () =>
      fc.assert(
        fc.property(documents, ({ text, entries }) => {
          const changes = editJson(text, [append]);
          if (entries.length > 0) for (const change of changes) assert.equal(change.length, 0);
        }),
      ));

    it('changes nothing when the same value is set again', () =>
      fc.assert(
        fc.property(documents, ({ text, entries, single }) => {
          fc.pre(entries.length > 0);
          const set = asJsonEdit({ op: 'set', index: 0, value: 'x' }, single);
          const once = after(text, set);
          assert.deepEqual(editJson(once, [set]), []);
        }),
      ));
  });
});

interface Entry {
  name: string;
  value: string;
}

/** An edit of the property list, by the place of an entry. */
interface ListEdit {
  readonly op: 'append' | 'set' | 'remove';
  readonly index?: number;
  readonly value?: string;
}

/** `single`: one object stands for the list, and there is no index on the way to it. */
function asJsonEdit({ op, index, value }: ListEdit, single: boolean): JsonEdit {
  const entry = single ? ['property'] : ['property', index!];
  if (op === 'append') return { op, list: ['property'], item: { name: 'new', value: value! } };
  return op === 'set' ? { op, path: [...entry, 'value'], value: value! } : { op, path: entry };
}

const strings = fc.oneof(
  fc.constantFrom(
    'payload_parameter.SERIVCE_GROUP',
    'PRIMARY',
    'true',
    'esb.wso2.com',
    '',
    'größe',
    '😀 𝒳',
    'a "quoted" \\ word',
    '// no comment',
    '{"a": 1}',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const entriesOf = fc.array(fc.record({ name: strings, value: strings }), { maxLength: 5 });

const edits: fc.Arbitrary<ListEdit> = fc.oneof(
  fc.record({ op: fc.constant('append' as const), value: strings }),
  fc.record({ op: fc.constant('set' as const), index: fc.nat(4), value: strings }),
  fc.record({ op: fc.constant('remove' as const), index: fc.nat(4) }),
);

/** A cartridge-like document in one of many layouts, the way people and tools leave them. */
const documents = fc
  .record({
    entries: entriesOf,
    eol: fc.constantFrom('\n', '\r\n'),
    unit: fc.constantFrom('  ', '   ', '    ', '\t', ' \t', '      '),
    colon: fc.constantFrom(': ', ':', ' : ', ' :'),
    layout: fc.constantFrom('tall', 'entry a line', 'all on one line'),
    shape: fc.constantFrom('list', 'missing', 'null'),
    bom: fc.boolean(),
    trailingComma: fc.boolean(),
    comment: fc.constantFrom('', ' // remark', ' /* remark */'),
    jitter: fc.array(fc.constantFrom('', ' ', '\t'), { minLength: 6, maxLength: 6 }),
    membersAfter: fc.boolean(),
  })
  .map(({ entries, eol, unit, colon, layout, shape, bom, trailingComma, comment, jitter, membersAfter }) => {
    const line = layout === 'all on one line' ? () => '' : (depth: number) => eol + unit.repeat(depth);
    const remark = layout === 'all on one line' ? '' : comment;
    const lists = shape === 'list' || entries.length > 0;
    const printed = entries.map((entry, i) => {
      const inner = layout === 'tall' ? line(3) + jitter[i % 6]! : ' ';
      return `{${inner}"name"${colon}${JSON.stringify(entry.name)},${inner}"value"${colon}${JSON.stringify(entry.value)}${layout === 'tall' ? line(2) + jitter[i % 6]! : ' '}}`;
    });
    const list = `[${printed.map((item, i) => line(2) + jitter[i % 6]! + item + (i < printed.length - 1 || (trailingComma && printed.length > 0) ? ',' : '') + remark).join('')}${printed.length > 0 ? line(1) : ''}]`;
    const single = entries.length === 1 && !trailingComma && remark === '' && jitter[0] === '';
    const members = [`"type"${colon}"esb"`];
    if (lists) members.push(`"property"${colon}${single ? printed[0]! : list}`);
    else if (shape === 'null') members.push(`"property"${colon}null`);
    if (membersAfter) members.push(`"zürich"${colon}"😀"`);
    return {
      entries,
      single: lists && single,
      text: `${bom ? '\ufeff' : ''}{${members.map(member => line(1) + member).join(',')}${line(0)}}${eol}`,
    };
  });

function expected(entries: readonly Entry[], wanted: readonly ListEdit[]): Entry[] {
  const removed = new Set(wanted.filter(({ op }) => op === 'remove').map(({ index }) => index!));
  const values = new Map<number, string>();
  for (const { op, index, value } of wanted) if (op === 'set' && !values.has(index!)) values.set(index!, value!);
  const appended = new Set(wanted.filter(({ op }) => op === 'append').map(({ value }) => value!));
  return [
    ...entries.map((entry, i) => ({ name: entry.name, value: values.get(i) ?? entry.value })).filter((_entry, i) => !removed.has(i)),
    ...[...appended].map(value => ({ name: 'new', value })),
  ];
}
