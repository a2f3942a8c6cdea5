import type { Readable } from 'node:stream';
import { AbstractMessageReader, Disposable, type DataCallback, type Message } from 'vscode-languageserver/node';

/** In bytes. No header and no message is longer: what announces more is not LSP. */
const MOST_HEADER = 4096;
const MOST_BODY = 1 << 28;

/** A client that goes away has nothing else to say. */
const EXIT = { jsonrpc: '2.0', method: 'exit' };

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Messages as the protocol frames them: header lines, an empty line, JSON of the announced length. What is anything else
 * is told to `onGarbage`, at the first byte that shows it: from then on nothing that follows can be relied on. The
 * library's own reader waits indefinitely for the rest of a message that never began.
 */
export class FramedReader extends AbstractMessageReader {
  private chunks: Buffer[] = [];
  private size = 0;
  /** The announced length of the message that has begun. `undefined`: a header comes next. */
  private announced: number | undefined;

  constructor(
    private readonly stream: Readable,
    private readonly onGarbage: (what: string) => void,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.size += chunk.length;
      try {
        for (let message = this.next(); message !== undefined; message = this.next()) this.deliver(message, callback);
      } catch (error) {
        this.stream.off('data', onData);
        this.onGarbage((error as Error).message);
      }
    };
    const onEnd = () => {
      if (this.size > 0 || this.announced !== undefined) this.onGarbage('the input ended within a message');
      // Behind what has come before it: a request to shut down makes this a good end.
      this.deliver({ value: EXIT }, callback);
    };
    this.stream.on('data', onData).once('end', onEnd).once('close', onEnd);
    this.stream.on('error', error => this.fireError(error));
    return Disposable.create(() => this.stream.off('data', onData).off('end', onEnd).off('close', onEnd));
  }

  /** The next message that is there as a whole. */
  private next(): { value: unknown } | undefined {
    if (this.announced === undefined) {
      const all = this.together();
      const end = all.indexOf('\r\n\r\n');
      const header = all.toString('latin1', 0, end < 0 ? MOST_HEADER + 1 : end);
      checkHeader(header, end >= 0);
      if (end < 0) return undefined;
      this.announced = lengthIn(header);
      this.keep(all.subarray(end + 4));
    }
    if (this.size < this.announced) return undefined;
    const all = this.together();
    const body = all.subarray(0, this.announced);
    this.keep(all.subarray(this.announced));
    this.announced = undefined;
    try {
      return { value: JSON.parse(UTF8.decode(body)) };
    } catch {
      throw new Error(`a message is no JSON: ${shortened(body.toString())}`);
    }
  }

  /** What the connection makes of one message is no matter of the next one. */
  private deliver({ value }: { value: unknown }, callback: DataCallback): void {
    try {
      callback(value as Message);
    } catch (error) {
      this.fireError(error);
    }
  }

  private together(): Buffer {
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
  }
}

/** Throws if it is no header, or the beginning of none. */
function checkHeader(header: string, isWhole: boolean): void {
  const lines = header.split('\r\n');
  const last = isWhole ? undefined : lines.pop();
  const wrong =
    lines.find(line => !/^[\w-]+:[\t -~]*$/.test(line)) ?? (/^(?:[\w-]+(?::[\t -~]*)?)?\r?$/.test(last ?? '') ? undefined : last);
  if (wrong !== undefined) throw new Error(`the input is no Language Server Protocol: ${shortened(wrong)} is no header`);
  if (header.length > MOST_HEADER) throw new Error('the input is no Language Server Protocol: a header without end');
}

function lengthIn(header: string): number {
  const length = /^content-length:[\t ]*(.*?)[\t ]*$/im.exec(header)?.[1];
  if (length === undefined) throw new Error(`a header has no Content-Length: ${shortened(header)}`);
  if (!/^\d+$/.test(length)) throw new Error(`a Content-Length is no number: ${shortened(length)}`);
  if (Number(length) > MOST_BODY) throw new Error(`a Content-Length is beyond reason: ${length}`);
  return Number(length);
}

const shortened = (text: string): string => JSON.stringify(text.length > 60 ? text.slice(0, 60) + '…' : text);
