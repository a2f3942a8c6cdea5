import type { FileSystem, Walked } from '../../server/src/lsp/fileSystem';

/** A file system whose answers come later: each after some turns of the event loop, and not in the order of the questions. */
export class SlowFileSystem implements FileSystem {
  /** Questions that have no answer yet. */
  waiting = 0;
  private asked = 0;

  constructor(private readonly fast: FileSystem) {}

  private async later<T>(answer: () => T): Promise<Awaited<T>> {
    this.waiting++;
    try {
      for (let turns = 1 + (this.asked++ % 3); turns > 0; turns--) await new Promise(resolve => setImmediate(resolve));
      return await answer();
    } finally {
      this.waiting--;
    }
  }

  projectOf = (folder: string) => this.later(() => this.fast.projectOf(folder));
  list = (root: string, folder: string) => this.later(() => this.fast.list(root, folder));
  isIncluded = (root: string, uri: string) => this.later(() => this.fast.isIncluded(root, uri));
  isFolder = (uri: string) => this.later(() => this.fast.isFolder(uri));
  isLink = (uri: string) => this.later(() => this.fast.isLink(uri));
  linksTo = (uri: string) => this.later(() => this.fast.linksTo(uri));
  read = (uri: string, limit: number) => this.later(() => this.fast.read(uri, limit));

  async *walk(root: string, from?: string): AsyncIterable<Walked> {
    for await (const walked of this.fast.walk(root, from)) {
      await this.later(() => undefined);
      yield walked;
    }
  }
}
