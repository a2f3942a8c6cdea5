import {
  DidChangeWatchedFilesNotification,
  WatchKind,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';

const DEFINITIONS = '*.{json,jsonc}';

/** What is watched below a folder. Whole folders that come and go, too: the files in them are not always told one by one. */
const patternsBelow: readonly { readonly pattern: string; readonly kind?: WatchKind }[] = [
  { pattern: `**/${DEFINITIONS}` },
  { pattern: '**/.gitignore' },
  { pattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Asks the client to tell what happens to files. */
export class Watchers {
  private readonly registered = new Map<string, Promise<Disposable>>();

  /** `takesFolders`: the client can watch folders outside of the workspace. */
  constructor(
    private readonly connection: Connection,
    private readonly takesFolders: boolean,
  ) {}

  /** Watches the folders of the workspace. */
  watchWorkspace(): void {
    this.register(
      '',
      patternsBelow.map(({ pattern, ...rest }) => ({ globPattern: pattern, ...rest })),
    );
  }

  /** Watches these outside of the workspace and no others. `whole`: with all that is below them. */
  watchOutside(folders: ReadonlyMap<string, 'whole' | 'folder'>): void {
    if (!this.takesFolders) return;
    for (const [key, registration] of this.registered) {
      if (key === '' || folders.has(key)) continue;
      this.registered.delete(key);
      void registration.then(one => one.dispose()).catch(() => undefined);
    }
    for (const [baseUri, how] of folders) {
      const patterns = how === 'whole' ? patternsBelow : [{ pattern: DEFINITIONS }, { pattern: '.gitignore' }];
      if (!this.registered.has(baseUri))
        this.register(
          baseUri,
          patterns.map(({ pattern, ...rest }) => ({ globPattern: { baseUri, pattern }, ...rest })),
        );
    }
  }

  private register(key: string, watchers: FileSystemWatcher[]): void {
    const registration = this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    // A client that refuses tells nothing, and gets all the rest.
    registration.catch((error: unknown) => this.connection.console.warn(`Cannot watch files: ${String(error)}`));
    this.registered.set(key, registration);
  }
}
