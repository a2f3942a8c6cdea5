import { workspace, type TextDocument } from 'vscode';

/** The languages that definitions are written in. */
export const LANGUAGES = ['json', 'jsonc'];

/**
 * The schemes of documents that stand for a file of their own. All others are left out: the old side of a comparison, a past version
 * out of the timeline, the clipboard, output or a settings editor shows a second time what is a file already, or never is one.
 */
const FILE_SCHEMES = new Set([
  // The disk.
  'file',
  // A new file: it is to become one.
  'untitled',
  // The disk of another machine or a container, where VS Code itself names it so.
  'vscode-remote',
  // A repository that is opened without a clone of it.
  'vscode-vfs',
  // The files of the host of a shared session.
  'vsls',
  // A folder of this machine that the browser may read and write.
  'vscode-test-web',
  // Files in memory: playgrounds in the browser.
  'memfs',
]);

/** A file system that some extension brings is a real one when a folder of it is a workspace folder. */
const isOfWorkspace = (scheme: string): boolean => (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === scheme);

export const isWatched = ({ languageId, uri: { scheme } }: TextDocument): boolean =>
  LANGUAGES.includes(languageId) && (FILE_SCHEMES.has(scheme) || isOfWorkspace(scheme));
