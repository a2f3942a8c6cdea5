import type { TextDocument } from 'vscode';

/** The languages that definitions are written in. */
export const LANGUAGES = ['json', 'jsonc'];

/** The old side of a diff, and output: no files of their own. */
const SCHEMES_LEFT_OUT = ['git', 'output'];

export const isWatched = ({ languageId, uri }: TextDocument): boolean =>
  LANGUAGES.includes(languageId) && !SCHEMES_LEFT_OUT.includes(uri.scheme);
