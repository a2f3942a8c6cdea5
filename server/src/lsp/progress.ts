import type { Connection } from 'vscode-languageserver';

/** Files that are read before anything is shown: a workspace of so many is read before an eye has found the place. */
const UNTOLD = 500;

/** Milliseconds between two counts. */
const INTERVAL = 100;

/** How far the reading of the workspace is, for clients that show progress. */
export interface Progress {
  /** So many more files were read. */
  add(files: number): void;
  /** Nothing is being read any more. */
  end(): void;
}

/** `onCancel`: the user does not want to wait for it. */
export function indexingProgress({ window }: Connection, onCancel: () => void): Progress {
  let files = 0;
  let toldAt = 0;
  let reporter: Awaited<ReturnType<typeof window.createWorkDoneProgress>> | undefined;
  /** The reading that the client was asked to show; when it answers, another one may have begun. */
  let asked: symbol | undefined;

  const count = () => `${files.toLocaleString('en')} files`;

  async function show(): Promise<void> {
    const mine = (asked = Symbol('reading'));
    // A client that refuses gets no progress, and all the rest.
    const created = await window.createWorkDoneProgress().catch(() => undefined);
    if (!created || asked !== mine) return;
    reporter = created;
    toldAt = Date.now();
    reporter.begin('Indexing cartridges', undefined, count(), true);
    reporter.token.onCancellationRequested(onCancel);
  }

  return {
    add(more) {
      files += more;
      if (files > UNTOLD && !asked) void show();
      if (!reporter || Date.now() - toldAt < INTERVAL) return;
      toldAt = Date.now();
      reporter.report(count());
    },
    end() {
      reporter?.done();
      reporter = undefined;
      asked = undefined;
      files = 0;
    },
  };
}
