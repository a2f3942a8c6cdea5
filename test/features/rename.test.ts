import assert from 'node:assert/strict';
import { prepareRename, rename, RenameRefused } from '../../server/src/core';
import { atCaret, caretIn } from '../support/caret';
import { SOUND } from '../support/fixture';
import { TEMPLATES } from '../support/templates';
import { nameOf } from '../support/workspace';

const WORKER = SOUND['worker.json']!;
const MANAGER = SOUND['manager.json']!;
/** The lines that a rename changes, as `file:line text`. */
function renamed(files: Record<string, string>, newName: string): string[] | undefined {
  const { workspace, uri, offset } = atCaret(files);
  return rename(workspace, uri, offset, newName)?.flatMap(file =>
    'edits' in file ? file.edits.map(({ range, newText }) => `${nameOf(file.uri)}:${range.start.line + 1} ${newText}`) : [],
  );
}

const refusal = (files: Record<string, string>, newName = 'other'): string => {
  try {
    renamed(files, newName);
  } catch (error) {
    assert.ok(error instanceof RenameRefused);
    return error.message;
  }
  return assert.fail('it was not refused');
};

describe('a rename', () => {
  it('of a service type takes all that look up to it, and not those of other folders', () => {
    const files = {
      'ec2/worker.json': caretIn(WORKER, 'esbworker'),
      'ec2/manager.json': MANAGER,
      'ec2/service.json': TEMPLATES['service.json']!,
      'os/worker.json': WORKER,
      'os/manager.json': MANAGER,
    };
    assert.deepEqual(renamed(files, 'esbwrk'), ['ec2/worker.json:2 esbwrk', 'ec2/manager.json:13 esbwrk', 'ec2/service.json:3 esbwrk']);
  });

  it('of a service group takes fields and parameters of both', () => {
    assert.deepEqual(renamed({ 'worker.json': caretIn(WORKER, 'esbgroup'), 'manager.json': MANAGER }, 'g'), [
      'worker.json:4 g',
      'worker.json:11 g',
      'manager.json:4 g',
      'manager.json:11 g',
    ]);
  });

  it("of a host takes this cartridge's, and the parameters that stand for it", () => {
    assert.deepEqual(renamed({ 'worker.json': caretIn(WORKER, 'esb.example.com'), 'manager.json': MANAGER }, 'x.org'), [
      'worker.json:5 x.org',
      'manager.json:14 x.org',
    ]);
  });

  it('of a policy takes those that name it', () => {
    assert.deepEqual(
      renamed(
        { ...SOUND, 'policy.json': caretIn(TEMPLATES['policy.json']!, 'one-member'), 'service.json': TEMPLATES['service.json']! },
        'two',
      ),
      ['policy.json:2 two', 'service.json:4 two'],
    );
  });

  it('writes what needs an escape with one, and quotes around what was a number', () => {
    assert.deepEqual(renamed({ 'worker.json': caretIn(WORKER, 'esbworker') }, 'a"b'), ['worker.json:2 a\\"b']);
    assert.deepEqual(renamed({ 'worker.json': WORKER.replace('"esbworker"', '1‸2') }, '13'), ['worker.json:2 "13"']);
  });

  it('begins with the bare word', () => {
    const { workspace, uri, offset } = atCaret({ 'worker.json': caretIn(WORKER, 'esbworker') });
    assert.deepEqual(prepareRename(workspace, uri, offset), {
      range: { start: { line: 1, character: 11 }, end: { line: 1, character: 20 } },
      placeholder: 'esbworker',
    });
  });

  it('is none where there is no name', () => {
    assert.equal(renamed({ 'worker.json': caretIn(WORKER, 'wso2') }, 'x'), undefined);
    assert.deepEqual(renamed({ 'worker.json': caretIn(WORKER, 'esbworker') }, 'esbworker'), [], 'the name that it has');
  });

  it('is refused on a placeholder', () => {
    assert.match(refusal({ 'worker.json': WORKER.replace('esbworker', '{{T‸}}') }), /is a placeholder/);
  });

  it('is refused onto a name that stands already, and onto one that others would lose', () => {
    assert.match(
      refusal({ 'worker.json': caretIn(WORKER, 'esbworker'), 'manager.json': MANAGER }, 'esbmgt'),
      /^manager\.json has the cartridge "esbmgt" already/,
    );
    const nearer = {
      'a/b/worker.json': caretIn(WORKER, 'esbworker'),
      'a/b/manager.json': MANAGER.replace('"esbworker"', '"other"'),
      'other.json': WORKER.replace('esbworker', 'other'),
    };
    assert.match(refusal(nearer), /^manager\.json has the cartridge "other" already/);
  });

  it('is refused onto a name that is not valid', () => {
    const files = { 'worker.json': caretIn(WORKER, 'esbworker') };
    for (const name of ['', ' a', 'a,b', 'a=b', 'a\nb', '{{X}}']) assert.match(refusal(files, name), /name/, name);
  });

  it('is refused where a file that would change does not parse', () => {
    const { workspace, uri, offset } = atCaret({ 'worker.json': caretIn(WORKER, 'esbworker'), 'manager.json': MANAGER });
    workspace.setOpenText(uri.replace('worker', 'manager'), MANAGER.replace('"version": "4.8.1",', '"version": '));
    workspace.update();
    assert.throws(() => rename(workspace, uri, offset, 'x'), /manager\.json is not valid JSON/);
  });

  it('is refused for an alias, which other texts contain', () => {
    assert.match(refusal({ 'application.json': caretIn(TEMPLATES['application.json']!, 'esb-manager') }), /cannot be renamed/);
  });
});
