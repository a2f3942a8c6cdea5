import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { SETTINGS_SECTION, type UserSettings } from '../protocol';
import { isFileSize } from './clientCapabilities';
import { taking } from './notifications';
import type { Session } from './session';

/**
 * The settings of the user, section `cartridge`: asked for where the client answers questions, else taken as it tells them. Until they
 * are known, those of `initializationOptions` hold.
 */
export function followConfiguration(session: Session): void {
  const { connection, client, guard } = session;

  function take(settings: unknown): void {
    const { maxFileSize } = (settings ?? {}) as UserSettings;
    if (isFileSize(maxFileSize)) session.setMaxFileSize(maxFileSize);
  }

  const ask = () =>
    guard.async(
      'Asking for the settings',
      async () => {
        const settings: unknown = await connection.workspace.getConfiguration(SETTINGS_SECTION);
        if (session.isRunning()) take(settings);
      },
      undefined,
    );

  connection.onDidChangeConfiguration(
    taking(session, 'workspace/didChangeConfiguration', params => {
      if (client.answersConfiguration) void ask();
      else take((params?.settings as { [SETTINGS_SECTION]?: unknown } | null | undefined)?.[SETTINGS_SECTION]);
    }),
  );
  if (client.answersConfiguration) void ask();
  if (!client.registersConfiguration) return;
  // A client that refuses tells nothing, and gets all the rest.
  const register = () => connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
  void guard.async('Registering for changes of settings', register, undefined);
}
