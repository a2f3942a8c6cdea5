import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { SETTINGS_SECTION } from '../protocol';
import type { Timers } from './host';
import { taking } from './notifications';
import type { Session } from './session';
import { EditorSettings } from './editorSettings';

export interface SettingsOfUser {
  /** Resolved once the client has answered for the first time, or takes too long. */
  readonly areKnown: Promise<void>;
  /** These are the workspace folders now. */
  setFolders(folders: readonly string[]): void;
}

/** Milliseconds to wait for the first answer: nothing is to be reported that the user has turned off. */
const LONGEST_WAIT = 2000;

/**
 * The settings of the user, section `cartridge`: asked for where the client answers questions, for each workspace folder, else taken as
 * it tells them. Where it says nothing, those of `initializationOptions` hold.
 */
export function followConfiguration(session: Session, folders: readonly string[], timers: Timers): SettingsOfUser {
  const { connection, client, guard } = session;
  let scopes = folders;
  /** What the client told without a question. */
  let told: unknown;
  /** Of two questions only the answer to the later one counts. */
  let asked = 0;

  function take(answers: ReadonlyMap<string, unknown>): void {
    const settings = new EditorSettings(new Map([...answers].map(([folder, answer]) => [folder, answer ?? client.settings])));
    for (const problem of settings.problems) connection.console.warn(`Setting ${problem}`);
    session.setSettings(settings);
  }

  const ask = () =>
    guard.async(
      'Asking for the settings',
      async () => {
        const mine = ++asked;
        const keys = ['', ...scopes];
        const items = keys.map(scopeUri => ({ section: SETTINGS_SECTION, ...(scopeUri !== '' && { scopeUri }) }));
        const answers: unknown[] = await connection.workspace.getConfiguration(items);
        if (mine === asked && session.isRunning()) take(new Map(keys.map((key, i) => [key, answers[i]])));
      },
      undefined,
    );

  function tell(settings: unknown): void {
    const section = (settings as { readonly [SETTINGS_SECTION]?: unknown } | null | undefined)?.[SETTINGS_SECTION];
    told = section ?? told;
    takeForAll(told);
  }

  const takeForAll = (settings: unknown) => take(new Map(['', ...scopes].map(key => [key, settings])));

  connection.onDidChangeConfiguration(
    taking(session, 'workspace/didChangeConfiguration', params => {
      if (client.answersConfiguration) void ask();
      else tell(params?.settings);
    }),
  );
  takeForAll(undefined);
  const areKnown = client.answersConfiguration
    ? Promise.race([ask(), new Promise<void>(resolve => void timers.after(LONGEST_WAIT, resolve))])
    : Promise.resolve();
  if (client.registersConfiguration) {
    // A client that refuses tells nothing, and gets all the rest.
    const register = () => connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    void guard.async('Registering for changes of settings', register, undefined);
  }
  return {
    areKnown,
    setFolders(next) {
      scopes = next;
      if (client.answersConfiguration) void ask();
      else takeForAll(told);
    },
  };
}
