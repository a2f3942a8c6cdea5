import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnostics, editJson, PositionedDocuments, quickFixes } from '../../server/src/core';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { editOf, said, uriOf, workspaceOf } from '../support/workspace';

const SOUND_FILES = Object.entries({ ...SOUND, ...TEMPLATES });

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1.5,
    '',
    ' ',
    'x',
    true,
    [],
    {},
    [[]],
    [null],
    { a: {} },
    '__proto__',
    'constructor',
    '${X}',
    'a,b=c',
    '\ud800',
    '😀',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Replaces, adds or takes away something somewhere in a value. */
function mutated(value: unknown, at: number, by: unknown): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  const look = (holder: Record<string, unknown>) => {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      if (typeof holder[key] === 'object' && holder[key] !== null) look(holder[key] as Record<string, unknown>);
    }
  };
  look(copy);
  // A change before this one may have left nothing.
  const { holder, key } = places[at % Math.max(places.length, 1)] ?? { holder: copy, key: 'x' };
  if (at % 7 === 0) delete holder[key];
  else if (at % 7 === 1) Object.defineProperty(holder, '__proto__', { value: by, enumerable: true, configurable: true, writable: true });
  else holder[key] = by;
  return copy;
}

describe('unusual values', () => {
  it('no rule and no feature fails, and every place lies within its text', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(SOUND_FILES.length - 1), fc.nat(200), odd), { minLength: 1, maxLength: 4 }), changes => {
        const files = new Map(SOUND_FILES);
        for (const [file, at, by] of changes) {
          const [name] = SOUND_FILES[file]!;
          const value = mutated(JSON.parse(files.get(name)!), at, by);
          files.set(name, JSON.stringify(value, undefined, at % 4));
        }
        // A rule that throws fails here.
        const workspace = workspaceOf(files, { syntaxErrors: true });
        const located = new PositionedDocuments(workspace);
        for (const { uri, text, findings } of workspace.allFiles()) {
          for (const { at, related } of findings) {
            for (const place of [{ uri, place: at }, ...related]) {
              const { offset, length } = located.get(place.uri)!.span(place.place);
              assert.ok(offset >= 0 && offset + length <= workspace.file(place.uri)!.text.length);
            }
          }
          diagnostics(workspace, uri);
          quickFixes(workspace, uri, { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } });
          for (const { fixes } of workspace.findingsWithFixes(uri)) {
            for (const fix of fixes()) {
              const { uri: target, edits } = editOf(fix, uri);
              for (const change of editJson(workspace.file(target)!.text, edits))
                assert.ok(change.offset + change.length <= workspace.file(target)!.text.length);
            }
          }
          assert.equal(workspace.file(uri)!.text, text);
        }
      }),
      { numRuns: 400 },
    ));

  it('words such as "constructor" are handled like any other', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']) {
      const put = (text: string, ...places: string[]) => places.reduce((text, place) => text.replace(place, word), text);
      // A rule that throws fails here.
      const workspace = workspaceOf([
        ['worker.json', put(SOUND['worker.json']!, 'payload_parameter.CLUSTERING').replace(word, `payload_parameters.${word}`)],
        [
          'manager.json',
          put(SOUND['manager.json']!, 'payload_parameter.COMMIT_ENABLED').replace('"value": "true" }\n', '"value": " x " }\n'),
        ],
        ['keymanager.json', put(TEMPLATES['keymanager.json']!, 'keymanager')],
        ['service.json', put(TEMPLATES['service.json']!, 'one-member', 'economy').replace('esbworker', word)],
        [
          'am.json',
          put(TEMPLATES['wso2esb-490-manager.json']!, 'wso2esb-490-manager')
            .replace('CONFIG_PARAM_CLUSTERING", "value": "true', `CONFIG_PARAM_PROFILE", "value": "${word}`)
            .replace(`"type": "${word}"`, '"type": "wso2am-190-km"'),
        ],
      ]);
      assert.deepEqual(said(workspace, 'worker.json'), ['missing-clustering error', 'misspelled-payload-prefix warning']);
      assert.deepEqual(said(workspace, 'manager.json'), ['missing-commit-enabled hint', 'padded-value warning']);
      assert.deepEqual(said(workspace, 'keymanager.json'), ['foreign-api-manager-member error']);
      assert.deepEqual(said(workspace, 'service.json'), []);
      assert.deepEqual(said(workspace, 'am.json'), ['invalid-profile warning']);
    }
  });

  it('a group whose name is defined twice in its file is added, changed, moved and deleted like any other', () => {
    const group = (inner: string) => `{ "name": "g", "cartridges": ["a"], "groups": [{ "name": "${inner}", "cartridges": ["b"] }] }`;
    const application = TEMPLATES['application.json']!.replace('"esb-group"', '"g"').replace('"application"', '"h"');
    const workspace = workspaceOf([
      ['group.json', group('g')],
      ['other.json', group('other')],
      ['application.json', application],
    ]);
    const isFound = () => !said(workspace, 'application.json').includes('unknown-cartridge-group warning');
    const steps: [step: () => void, isFound: boolean][] = [
      [() => workspace.setDiskContent(uriOf('other.json'), { text: group('other').replace('"g"', '"o"') }), true],
      [() => workspace.setDiskContent(uriOf('group.json'), { text: group('x').replace('"g"', '"y"') }), false],
      [() => workspace.setDiskContent(uriOf('group.json'), { text: group('g') }), true],
      [() => workspace.setRoots(['file:///workspace']), true],
      [() => workspace.delete(uriOf('group.json')), false],
      [() => workspace.setDiskContent(uriOf('moved.json'), { text: group('g') }), true],
    ];
    for (const [step, found] of steps) {
      step();
      workspace.update();
      assert.equal(isFound(), found, String(step));
    }
  });
});
