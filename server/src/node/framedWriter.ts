import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Messages to bytes, header and content at once, and all messages of one turn together: a write to a pipe costs as much as checking a
 * file, and after a keystroke there are the diagnostics of two files to be written.
 */
export class FramedWriter extends AbstractMessageWriter implements MessageWriter {
  private isGathering = false;

  constructor(private readonly output: Writable) {
    super();
    output.on('error', error => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  /** Resolves when the message has been handed to the system; rejects where the client is gone. */
  write(message: Message): Promise<void> {
    this.gather();
    const content = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      this.output.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`, 'utf8', error =>
        error ? reject(error) : resolve(),
      );
    });
  }

  end(): void {
    this.output.end();
  }

  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    this.output.cork();
    process.nextTick(() => {
      this.isGathering = false;
      this.output.uncork();
    });
  }
}
