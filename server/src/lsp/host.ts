import type { FileSystem } from './fileSystem';

/** What the server needs of the machine that it runs on: Node, a web worker, or a test. */
export interface Host {
  readonly fileSystem: FileSystem;
  readonly timers: Timers;
  /** The address of the page of a rule. `undefined`: there is none here. */
  readonly pageOf: (rule: string) => string | undefined;
}

export interface Timers {
  /** Does the work after so many milliseconds. Returns what cancels it. */
  after(milliseconds: number, work: () => void): () => void;
  /** Lets in what has come meanwhile, such as the messages of the client. */
  pause(): Promise<void>;
}
