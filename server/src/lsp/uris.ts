import { URI } from 'vscode-uri';

/** One name per file: clients encode the same uri in different ways (`file:///c%3A/x`, `file:///C:/x`). */
export function canonical(uri: string): string {
  try {
    return URI.parse(uri).toString().replace(/\/+$/, '');
  } catch {
    return uri;
  }
}
