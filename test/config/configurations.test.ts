import assert from 'node:assert/strict';
import { Configurations } from '../../server/src/core/config/configurations';
import { readConfigurationText } from '../../server/src/core/config/readConfiguration';
import type { JsonValue } from '../../server/src/core';

const ROOT = 'file:///w';
const RULES = ['a', 'b', 'c'];

describe('what holds for a file', () => {
  let configurations: Configurations;
  beforeEach(() => (configurations = new Configurations()));

  const configure = (folder: string, value: JsonValue) => {
    const uri = `${folder === '' ? ROOT : `${ROOT}/${folder}`}/.cartridge-check.json`;
    const { configuration, problems } = readConfigurationText(uri, JSON.stringify(value), RULES);
    assert.deepEqual(problems, []);
    configurations.set(uri.slice(0, uri.lastIndexOf('/')), configuration);
  };
  const settings = (name: string) => {
    const chain: string[] = [];
    for (let at = `${ROOT}/${name}`; at !== ROOT; chain.push(at)) at = at.slice(0, at.lastIndexOf('/'));
    const [own = ROOT, ...above] = chain;
    return configurations.settingsFor(`${ROOT}/${name}`, [own, ...above]);
  };
  const levels = (name: string) => Object.fromEntries(settings(name).severities);

  it('is nothing where there is no configuration', () => {
    assert.deepEqual(levels('x.json'), {});
    assert.equal(settings('x.json').isIgnored, false);
  });

  it('is what the nearest says, rule by rule', () => {
    configure('', { rules: { a: 'off', b: 'hint' } });
    configure('in', { rules: { a: 'error' } });
    assert.deepEqual(levels('x.json'), { a: 'off', b: 'hint' });
    assert.deepEqual(levels('in/deep/x.json'), { a: 'error', b: 'hint' });
  });

  it('is nothing that is further up than a root', () => {
    configure('', { rules: { a: 'off' }, ignore: ['in/x.json'] });
    configure('in', { root: true, rules: { b: 'off' } });
    const { severities, isIgnored } = settings('in/x.json');
    assert.deepEqual([Object.fromEntries(severities), isIgnored], [{ b: 'off' }, false]);
  });

  it('is what the last override that matches says, within one configuration; and the nearest configuration beats it', () => {
    configure('', {
      rules: { a: 'error', b: 'error' },
      overrides: [
        { files: ['in/**'], rules: { a: 'warning', b: 'warning' } },
        { files: ['in/x.json'], rules: { a: 'off' } },
      ],
    });
    assert.deepEqual(levels('in/x.json'), { a: 'off', b: 'warning' });
    assert.deepEqual(levels('x.json'), { a: 'error', b: 'error' });
    configure('in', { rules: { a: 'hint' } });
    assert.deepEqual(levels('in/x.json'), { a: 'hint', b: 'warning' });
  });

  it('adds up what is ignored and allowed', () => {
    configure('', { ignore: ['in/a.json'], allow: [{ rule: 'a' }, { rule: 'b', files: ['in'] }] });
    configure('in', { ignore: ['b.json'], allow: [{ rule: 'c', at: 'HOST', reason: 'x' }] });
    assert.deepEqual(
      ['in/a.json', 'in/b.json', 'in/c.json', 'a.json'].map(name => settings(name).isIgnored),
      [true, true, false, false],
    );
    assert.deepEqual(
      settings('in/c.json').allows.map(({ rule, at, reason }) => [rule, at, reason]),
      [
        ['c', 'HOST', 'x'],
        ['a', undefined, undefined],
        ['b', undefined, undefined],
      ],
    );
    assert.deepEqual(
      settings('c.json').allows.map(({ rule }) => rule),
      ['a'],
    );
  });

  it('is shared by the files of a folder where no pattern tells them apart', () => {
    configure('', { rules: { a: 'off' } });
    assert.equal(settings('in/a.json'), settings('in/b.json'));
  });

  it('comes from the editor where no file says otherwise', () => {
    configurations.setUser(new Map([['', readConfigurationText('', '{ "rules": { "a": "off", "b": "off" } }', RULES).configuration]]));
    configure('', { rules: { a: 'error' } });
    assert.deepEqual(levels('x.json'), { a: 'error', b: 'off' });
  });

  it('names files as people do, whatever their uris are', () => {
    configure('', { ignore: ['mit leerzeichen/ä.json'] });
    const folder = `${ROOT}/mit%20leerzeichen`;
    assert.equal(configurations.settingsFor(`${folder}/%C3%A4.json`, [folder, ROOT]).isIgnored, true);
  });
});
