import assert from 'node:assert/strict';
import { SOUND } from '../support/fixture';
import { InProcess, uri } from '../support/inProcess';

const MISSING = SOUND['worker.json']!.replace('"PRIMARY"', '"SECONDARY"');

describe('the settings of the user', () => {
  const tooSmall = { maxFileSize: 100 };
  const OVERSIZED = ['oversized-file'];
  let server: InProcess;
  afterEach(() => server.client.dispose());

  const start = async (answers: () => unknown, capabilities: object) => {
    server = await InProcess.start(Object.entries(SOUND), {
      capabilities: { workspace: { workspaceFolders: true, ...capabilities } },
      onConfiguration: answers,
    });
    await server.open('worker.json');
    await server.idle();
  };
  const tell = async (settings: unknown) => {
    await server.client.sendNotification('workspace/didChangeConfiguration', { settings });
    await server.idle();
  };

  it('are asked for once the server runs, and again when they have changed', async () => {
    let settings: unknown = tooSmall;
    await start(() => settings, { configuration: true });
    assert.deepEqual(server.codes('worker.json'), OVERSIZED);
    assert.deepEqual(server.codes('manager.json'), OVERSIZED, 'a file on the disk, too');
    settings = { maxFileSize: 100_000 };
    await tell(null);
    assert.deepEqual([server.codes('worker.json'), server.codes('manager.json')], [[], []]);
    settings = tooSmall;
    await tell({ cartridge: { maxFileSize: 1_000_000 } });
    assert.deepEqual(server.codes('worker.json'), OVERSIZED, 'what is asked for counts, not what is sent along');
  });

  it('are taken from the notification if the client cannot be asked', async () => {
    await start(() => assert.fail('it was asked'), {});
    assert.deepEqual(server.codes('worker.json'), []);
    await tell({ cartridge: tooSmall });
    assert.deepEqual(server.codes('worker.json'), OVERSIZED);
    await tell({});
    assert.deepEqual(server.codes('worker.json'), OVERSIZED, 'nothing was said of it');
  });

  for (const wrong of [null, 'x', [], { maxFileSize: 'x' }, { maxFileSize: -1 }, { maxFileSize: null }]) {
    it(`are ignored if they are invalid: ${JSON.stringify(wrong)}`, async () => {
      await start(() => wrong, { configuration: true });
      await tell(wrong);
      assert.deepEqual(server.codes('worker.json'), []);
    });
  }

  it('keep their values if the client answers with an error', async () => {
    await start(() => Promise.reject(new Error('no')), { configuration: true });
    assert.deepEqual(server.codes('worker.json'), []);
    assert.match(server.log.join('\n'), /Asking for the settings failed/);
  });

  const settingsTest = (name: string, settings: unknown, codes: readonly string[]) =>
    it(name, async () => {
      await start(() => ({}), { configuration: true });
      await server.change('worker.json', { text: MISSING });
      await server.idle();
      assert.deepEqual(server.codes('worker.json'), ['missing-primary']);
      server.client.dispose();
      await start(() => settings, { configuration: true });
      await server.change('worker.json', { text: MISSING });
      await server.idle();
      assert.deepEqual(server.codes('worker.json'), codes);
    });
  settingsTest('turn rules off', { rules: { 'missing-primary': 'off' } }, []);
  settingsTest('ignore files by patterns from the workspace folder', { ignore: ['work*.json'] }, []);
  settingsTest('turn everything off', { enable: false }, []);
  settingsTest('hold where they are valid', { rules: { 'missing-primary': 'off' }, ignore: ['{a}'], dialect: '5', enable: 'x' }, []);

  it('say in the log what of them is not valid', async () => {
    await start(() => ({ rules: { 'missing-primry': 'off' }, ignore: 'x', diagnostics: { scope: 'none' }, enable: 'x' }), {
      configuration: true,
    });
    assert.deepEqual(server.log.filter(line => line.startsWith('Setting')).sort(), [
      'Setting cartridge.diagnostics.scope: This must be "workspace" or "openFiles". It is ignored.',
      'Setting cartridge.enable: This must be true or false. It is ignored.',
      'Setting cartridge.ignore: This must be a list. It is ignored.',
      'Setting cartridge.rules.missing-primry: There is no rule "missing-primry". It is ignored. Use "missing-primary".',
    ]);
  });

  it('apply at once, and nothing is read or checked for that', async () => {
    let settings: unknown = {};
    await start(() => settings, { configuration: true });
    await server.change('worker.json', { text: MISSING });
    await server.idle();
    for (const [next, codes] of [
      [{ rules: { 'missing-primary': 'off' } }, []],
      [{}, ['missing-primary']],
    ] as const) {
      server.forget();
      settings = next;
      await tell(null);
      assert.deepEqual(server.codes('worker.json'), codes);
      assert.deepEqual(server.counted, { read: [], listed: [], walked: [], checked: [] });
    }
  });

  it('are known before anything is reported', async () => {
    server = await InProcess.start(Object.entries({ ...SOUND, 'worker.json': MISSING }), {
      capabilities: { workspace: { workspaceFolders: true, configuration: true } },
      onConfiguration: () => new Promise(resolve => setTimeout(() => resolve({ rules: { 'missing-primary': 'off' } }), 100)),
    });
    await server.open('worker.json');
    await server.idle();
    await new Promise(resolve => setTimeout(resolve, 200));
    await server.idle();
    assert.deepEqual(
      server.published.flatMap(({ diagnostics }) => diagnostics),
      [],
    );
  });

  it('are those of the workspace folder', async () => {
    const at = (folder: string) =>
      [
        [`${folder}/worker.json`, MISSING],
        [`${folder}/manager.json`, SOUND['manager.json']!],
      ] as [string, string][];
    server = await InProcess.start([...at('a'), ...at('b')], {
      roots: [uri('a'), uri('b')],
      capabilities: { workspace: { workspaceFolders: true, configuration: true } },
      onConfiguration: scope => (scope === uri('a') ? { rules: { 'missing-primary': 'off' } } : {}),
    });
    await server.idle();
    assert.deepEqual([server.codes('a/worker.json'), server.codes('b/worker.json')], [[], ['missing-primary']]);
    await server.folders([], [uri('b')]);
    await server.folders([uri('b')]);
    await server.idle();
    assert.deepEqual([server.codes('a/worker.json'), server.codes('b/worker.json')], [[], ['missing-primary']]);
  });

  it('are beaten by a configuration file', async () => {
    server = await InProcess.start(
      Object.entries({ ...SOUND, 'worker.json': MISSING, '.cartridge-check.json': '{ "rules": { "missing-primary": "hint" } }' }),
      {
        capabilities: { workspace: { workspaceFolders: true, configuration: true } },
        onConfiguration: () => ({ rules: { 'missing-primary': 'off' } }),
      },
    );
    await server.idle();
    assert.deepEqual(server.codes('worker.json'), ['missing-primary']);
  });

  it('report only what is open, and the findings of a file go when it is closed', async () => {
    await start(() => ({ diagnostics: { scope: 'openFiles' } }), { configuration: true });
    server.files.set(uri('worker.json'), MISSING);
    server.files.set(uri('manager.json'), SOUND['manager.json']!.replace('"PRIMARY"', '"SECONDARY"'));
    await server.tell(['worker.json', 2], ['manager.json', 2]);
    await server.change('worker.json', { text: MISSING });
    await server.idle();
    assert.deepEqual([server.codes('worker.json'), server.codes('manager.json')], [['missing-primary'], []]);
    await server.open('manager.json');
    await server.idle();
    assert.deepEqual(server.codes('manager.json'), ['missing-primary']);
    await server.close('manager.json');
    await server.idle();
    assert.deepEqual(server.codes('manager.json'), []);
  });

  it('that turn everything off leave no fix and no status', async () => {
    let settings: unknown = {};
    server = await InProcess.start(Object.entries({ ...SOUND, 'worker.json': MISSING }), {
      capabilities: { workspace: { workspaceFolders: true, configuration: true } },
      onConfiguration: () => settings,
      showsStatus: true,
    });
    await server.open('worker.json');
    await server.idle();
    assert.notDeepEqual(await server.codeActions('worker.json'), []);
    settings = { enable: false };
    await tell(null);
    assert.deepEqual(await server.codeActions('worker.json'), []);
    assert.equal(server.statuses.at(-1)?.text, undefined);
    settings = { enable: true };
    await tell(null);
    assert.notDeepEqual(await server.codeActions('worker.json'), []);
    assert.match(server.statuses.at(-1)?.text ?? '', /worker/);
  });

  for (const [how, options] of [
    ['beside the other options', { rules: { 'missing-primary': 'off' } }],
    ['in their section', { cartridge: { rules: { 'missing-primary': 'off' } } }],
  ] as const) {
    it(`are taken from the options at the start, ${how}, until others are told`, async () => {
      server = await InProcess.start(Object.entries({ ...SOUND, 'worker.json': MISSING }), { initializationOptions: options });
      await server.idle();
      assert.deepEqual(server.codes('worker.json'), []);
      await tell({ cartridge: {} });
      assert.deepEqual(server.codes('worker.json'), ['missing-primary']);
    });
  }

  it('are registered for if the client can do that', async () => {
    await start(() => null, { didChangeConfiguration: { dynamicRegistration: true } });
    assert.deepEqual(server.registered, ['workspace/didChangeConfiguration']);
  });
});
