import { URI } from 'vscode-uri';

/** Nothing in it can be written in another way. */
const PLAIN = /^file:\/\/\/[\w.-]+(?:\/[\w.-]+)*$/;

/** One name per file: clients encode the same uri in different ways (`file:///c%3A/x`, `file:///C:/x`, `file://localhost/C:/x`). */
export function canonicalUri(uri: string): string {
  if (PLAIN.test(uri)) return uri;
  try {
    return URI.parse(uri.replace(/^file:\/\/localhost(?=\/)/i, 'file://'))
      .toString()
      .replace(/\/+$/, '');
  } catch {
    return uri;
  }
}
