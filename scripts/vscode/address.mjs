// The address that a person opens: short enough to be read and copied, and opened for them where that can be done.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

/**
 * An address on loopback that leads to `target(authority)`, a path on the server at `port`. Everything else that is asked of it is
 * passed on to that server: one port is enough where ports have to be forwarded. The secret has to be long enough not to be guessed.
 */
export async function shortAddress({ port, secret, target }) {
  const front = http.createServer((request, response) => {
    const { method, url, headers } = request;
    if (url === `/${secret}`) return response.writeHead(302, { location: target(headers.host) }).end();
    const inner = http.request({ host: '127.0.0.1', port, method, path: url, headers }, answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    inner.on('error', () => response.destroy());
    response.on('close', () => inner.destroy());
    request.pipe(inner);
  });
  front.on('upgrade', ({ method, url, rawHeaders }, socket, head) => {
    const inner = net.connect(port, '127.0.0.1');
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ]) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    const headers = rawHeaders.map((text, i) => text + (i % 2 === 0 ? ': ' : '\r\n')).join('');
    inner.write(`${method} ${url} HTTP/1.1\r\n${headers}\r\n`);
    inner.write(head);
    socket.pipe(inner).pipe(socket);
  });
  await new Promise((resolve, reject) => front.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${front.address().port}/${secret}`, close: () => front.close() };
}

/** The command that opens an address in the user's browser, or `undefined` where there is none, or nobody is there to see it. */
export function browserCommand(address, { platform, env, isTTY }) {
  if (!isTTY || env.CI) return undefined;
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  const exists = (env.PATH ?? '').split(path.delimiter).some(folder => fs.existsSync(path.join(folder, 'xdg-open')));
  return exists ? ['xdg-open', address] : undefined;
}

/** Opens it if it can; that it cannot is no failure, the address is printed as well. */
export function openInBrowser(address) {
  const command = browserCommand(address, { platform: process.platform, env: process.env, isTTY: process.stdout.isTTY });
  if (!command) return;
  const [program, ...args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
