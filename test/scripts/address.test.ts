import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { script } from '../support/scripts';

interface Addresses {
  shortAddress: (to: {
    port: number;
    secret: string;
    target: (authority: string) => string;
  }) => Promise<{ address: string; close: () => void }>;
  browserCommand: (address: string, where: { platform: string; env: NodeJS.ProcessEnv; isTTY: boolean }) => string[] | undefined;
}

const SECRET = '0123456789abcdef0123456789abcdef';
const target = (authority: string) => `/?tkn=${SECRET}&payload=${encodeURIComponent(`vscode-remote://${authority}${'/long'.repeat(50)}`)}`;

describe('the address of npm start', () => {
  let editor: http.Server;
  let address: string;
  let close: () => void;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    editor = http.createServer((request, response) => {
      asked.push(request.url!);
      if (request.url !== '/echo') return void response.end('the editor');
      response.setHeader('x-sent', request.headers['x-sent']!);
      request.pipe(response);
    });
    editor.on('upgrade', (_request, socket: net.Socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
      socket.pipe(socket);
    });
    await new Promise<void>(resolve => editor.listen(0, '127.0.0.1', resolve));
    const { shortAddress } = await script<Addresses>('vscode/address.mjs');
    const { port } = editor.address() as net.AddressInfo;
    ({ address, close } = await shortAddress({ port, secret: SECRET, target }));
  });
  afterEach(() => {
    close();
    editor.close();
    editor.closeAllConnections();
  });

  it('fits a line of 100 columns, and redirects to the long one', async () => {
    assert.ok(`  ${address}`.length <= 100, address);
    const { status, headers } = await fetch(address, { redirect: 'manual' });
    assert.deepEqual([status, headers.get('location')], [302, target(new URL(address).host)]);
    assert.deepEqual(asked, []);
    assert.equal(await (await fetch(address)).text(), 'the editor');
    assert.deepEqual(asked, [target(new URL(address).host)]);
  });

  it('redirects a second time, on a connection that the editor has answered on', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const statusOf = (url: string) =>
      new Promise((resolve, reject) =>
        http.get(url, { agent }, response => response.resume().once('end', () => resolve(response.statusCode))).once('error', reject),
      );
    assert.deepEqual([await statusOf(new URL(address).origin), await statusOf(address), await statusOf(address)], [200, 302, 302]);
    agent.destroy();
  });

  it('forwards the body of a request, and the answer', async () => {
    const { origin } = new URL(address);
    const response = await fetch(`${origin}/echo`, { method: 'POST', body: 'there and back', headers: { 'x-sent': 'this' } });
    assert.deepEqual([await response.text(), response.headers.get('x-sent')], ['there and back', 'this']);
  });

  it('does not reveal the secret without it', async () => {
    for (const guess of ['', '/', '/0123', `/${SECRET.slice(0, -1)}`, `/${SECRET}0`, `/x${SECRET}`]) {
      const { status } = await fetch(new URL(address).origin + guess, { redirect: 'manual' });
      assert.equal(status, 200, guess);
    }
    assert.equal(asked.length, 6);
  });

  it('forwards upgrades of a connection', async () => {
    const { hostname, port } = new URL(address);
    const socket = net.connect(Number(port), hostname).setEncoding('utf8');
    let received = '';
    socket.on('data', text => (received += String(text)));
    socket.write(`GET /socket HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    const until = async (text: string) => {
      while (!received.includes(text)) await new Promise(resolve => socket.once('data', resolve));
    };
    await until('101');
    socket.write('there and back');
    await until('there and back');
    socket.destroy();
  });
});

describe('the browser of npm start', () => {
  let bin: string;
  let command: (platform: string, env: NodeJS.ProcessEnv, isTTY?: boolean) => string[] | undefined;
  before(async () => {
    const { browserCommand } = await script<Addresses>('vscode/address.mjs');
    command = (platform, env, isTTY = true) => browserCommand('http://x', { platform, env, isTTY });
    bin = fs.mkdtempSync(path.join(os.tmpdir(), 'bin-'));
    fs.writeFileSync(path.join(bin, 'xdg-open'), '');
  });
  after(() => fs.rmSync(bin, { recursive: true }));

  it('is opened if there is one', () => {
    assert.deepEqual(command('darwin', {}), ['open', 'http://x']);
    assert.deepEqual(command('win32', {}), ['cmd', '/c', 'start', '', 'http://x']);
    assert.deepEqual(command('linux', { DISPLAY: ':0', PATH: bin }), ['xdg-open', 'http://x']);
    assert.deepEqual(command('linux', { WAYLAND_DISPLAY: 'wayland-0', PATH: `/nowhere:${bin}` }), ['xdg-open', 'http://x']);
  });

  it('is not opened without a screen, without the command, in CI, and without a terminal', () => {
    assert.equal(command('linux', { PATH: bin }), undefined);
    assert.equal(command('linux', { DISPLAY: ':0', PATH: '/nowhere' }), undefined);
    assert.equal(command('linux', { DISPLAY: ':0' }), undefined);
    for (const platform of ['darwin', 'win32']) {
      assert.equal(command(platform, { CI: 'true' }), undefined);
      assert.equal(command(platform, {}, false), undefined);
    }
  });
});
