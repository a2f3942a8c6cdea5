import assert from 'node:assert/strict';
import { SOUND } from '../support/fixture';
import { InProcess } from '../support/inProcess';

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

  it('are taken as they are told where the client answers no questions', async () => {
    await start(() => assert.fail('it was asked'), {});
    assert.deepEqual(server.codes('worker.json'), []);
    await tell({ cartridge: tooSmall });
    assert.deepEqual(server.codes('worker.json'), OVERSIZED);
    await tell({});
    assert.deepEqual(server.codes('worker.json'), OVERSIZED, 'nothing was said of it');
  });

  for (const wrong of [null, 'x', [], { maxFileSize: 'x' }, { maxFileSize: -1 }, { maxFileSize: null }]) {
    it(`are ignored where they make no sense: ${JSON.stringify(wrong)}`, async () => {
      await start(() => wrong, { configuration: true });
      await tell(wrong);
      assert.deepEqual(server.codes('worker.json'), []);
    });
  }

  it('that the client does not tell when it is asked leave the server as it was', async () => {
    await start(() => Promise.reject(new Error('no')), { configuration: true });
    assert.deepEqual(server.codes('worker.json'), []);
    assert.match(server.log.join('\n'), /Asking for the settings failed/);
  });

  it('are registered for where the client takes that', async () => {
    await start(() => null, { didChangeConfiguration: { dynamicRegistration: true } });
    assert.deepEqual(server.registered, ['workspace/didChangeConfiguration']);
  });
});
