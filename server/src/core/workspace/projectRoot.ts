import { folderOf } from './folders';

/** Marks the folder of a repository. */
export const REPOSITORY_MARKER = '.git';

/** The configuration file. Where there is no repository the outermost one marks the project. */
export const CONFIGURATION_FILE = '.cartridge-check.json';

/**
 * The folder in which the look-ups of what lies in `folder` end: the nearest one upward that holds a repository; where there is none,
 * the outermost one that holds a configuration file. `undefined`: there is neither. Uris without a slash at their end.
 */
export function projectRootOf(folder: string, holds: (folder: string, name: string) => boolean): string | undefined {
  let configured: string | undefined;
  for (let at = folder; !TOP.test(at); at = folderOf(at)) {
    if (holds(at, REPOSITORY_MARKER)) return at;
    if (holds(at, CONFIGURATION_FILE)) configured = at;
  }
  return configured;
}

/** What is left of a uri above its topmost folder. */
const TOP = /^(?:[\w+.-]+:\/*)?$/;

/** Whether a uri is that of a configuration file. */
export const isConfigurationFile = (uri: string): boolean => uri.endsWith('/' + CONFIGURATION_FILE);
