import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import * as path from 'node:path';

export const SERVER = path.resolve(__dirname, '../../../dist/server/main.js');

export const framed = (body: string | object): string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

export const request = (id: number | string, method: string, params?: unknown): string => framed({ jsonrpc: '2.0', id, method, params });
export const notification = (method: string, params?: unknown): string => framed({ jsonrpc: '2.0', method, params });
export const initialize = (params: object = {}): string =>
  request('initialize', 'initialize', { processId: null, rootUri: null, capabilities: {}, ...params });

/** The server process and the bytes that go in and out: for what no library would send. */
export class RawServer {
  readonly child: ChildProcessWithoutNullStreams;
  stderr = '';
  stdout = '';
  readonly ended: Promise<number | null>;

  /** `nodeOptions`: for the process that runs the server. */
  constructor(args: readonly string[] = ['--stdio'], nodeOptions: readonly string[] = []) {
    this.child = spawn(process.execPath, [...nodeOptions, SERVER, ...args], { stdio: 'pipe' });
    this.child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.child.stdout.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    // The server may be gone before all is written to it: that is what these tests are about.
    this.child.stdin.on('error', () => undefined);
    this.ended = new Promise(resolve => this.child.once('close', resolve));
  }

  write(...data: (string | Buffer)[]): void {
    for (const one of data) this.child.stdin.write(one);
  }

  /** Waits for the answer to a request. */
  async answer(id: number | string): Promise<{ result?: unknown; error?: { code: number; message: string } }> {
    for (;;) {
      const found = this.messages().find(message => message.id === id && message.method === undefined);
      if (found) return found;
      if (this.child.exitCode !== null) throw new Error(`The server ended with ${this.child.exitCode}: ${this.stderr}`);
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  messages(): { id?: number | string; method?: string; params?: unknown; result?: unknown; error?: { code: number; message: string } }[] {
    const found = [];
    for (let at = 0; ;) {
      const header = /^Content-Length: (\d+)\r\n\r\n/.exec(this.stdout.slice(at));
      if (!header) return found;
      const begin = at + header[0].length;
      // Lengths are bytes, and these tests send nothing that has more of them than characters.
      const body = this.stdout.slice(begin, begin + Number(header[1]));
      if (body.length < Number(header[1])) return found;
      found.push(JSON.parse(body) as ReturnType<RawServer['messages']>[number]);
      at = begin + body.length;
    }
  }
}
