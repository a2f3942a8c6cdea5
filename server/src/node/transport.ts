import { Console } from 'node:console';
import * as net from 'node:net';
import type { Duplex, Readable, Writable } from 'node:stream';
import { IPCMessageReader, IPCMessageWriter, type MessageReader, type MessageWriter } from 'vscode-languageserver/node';
import { FramedReader } from './framedReader';
import { FramedWriter } from './framedWriter';

/** Where messages come from, and where they go. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** Ends the process. `why`: what went wrong, in a line; `undefined`: the client has gone. */
export type End = (why?: string) => void;

/** The transport that the command line asks for. A string: why there is none. `undefined`: it asks for none. */
export function openTransport(args: readonly string[], end: End): Transport | string | undefined {
  for (const [i, argument] of args.entries()) {
    const [option, value = args[i + 1]] = argument.split(/=(.*)/s);
    if (option === '--stdio') return overStdio(end);
    if (option === '--node-ipc') return process.send ? overIpc(end) : '--node-ipc is for a process that was forked by Node.js';
    if (option === '--socket') {
      const port = Number(value || NaN);
      if (!Number.isInteger(port) || port < 1 || port > 65_535) return '--socket needs a port, as in --socket=6009';
      return over(net.createConnection(port, '127.0.0.1'), `port ${port}`, end);
    }
    if (option === '--pipe')
      return value ? over(net.createConnection(value), value, end) : '--pipe needs a name, as in --pipe=/tmp/editor.sock';
  }
  return undefined;
}

function overStdio(end: End): Transport {
  // Whatever else is written to stdout would stand between two messages.
  globalThis.console = new Console(process.stderr);
  return overStreams(process.stdin, process.stdout, end);
}

function overIpc(end: End): Transport {
  process.on('disconnect', () => end());
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}

function over(socket: Duplex, name: string, end: End): Transport {
  let isConnected = false;
  socket.once('connect', () => (isConnected = true));
  socket.once('error', (error: Error) => end(isConnected ? undefined : `cannot connect to ${name}: ${error.message}`));
  return overStreams(socket, socket, end);
}

function overStreams(input: Readable, output: Writable, end: End): Transport {
  output.on('error', () => end());
  return { reader: new FramedReader(input, end), writer: new FramedWriter(output) };
}
