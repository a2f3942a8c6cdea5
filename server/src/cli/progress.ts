/** What of a stream is needed to show how far the work has come. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds: work that is done before anybody wonders shows nothing. */
const DELAY = 300;

/** Milliseconds between two messages: faster than anybody reads, and slow enough to cost nothing. */
const INTERVAL = 100;

/** One line on a terminal that is written again and again, and is gone in the end. On anything else it is silent. */
export class Progress {
  private isShown = false;
  private next: number;

  constructor(
    private readonly terminal: Terminal,
    private readonly now: () => number = Date.now,
  ) {
    this.next = now() + DELAY;
  }

  show(message: string): void {
    if (!this.terminal.isTTY || this.now() < this.next) return;
    this.next = this.now() + INTERVAL;
    this.terminal.write(`\r\u001b[K${message}`);
    this.isShown = true;
  }

  /** Before anything else is written, and in the end. */
  clear(): void {
    if (this.isShown) this.terminal.write('\r\u001b[K');
    this.isShown = false;
  }
}
