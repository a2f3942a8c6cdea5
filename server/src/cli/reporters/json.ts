import { printable } from '../printable';
import type { Reporter } from './reporter';

/** One object, for programs. */
export const json: Reporter = (report, { write }) => {
  // Written by their codes such characters are the same JSON, and a terminal is safe from them here, too.
  const lines = JSON.stringify(report, undefined, 2).split('\n');
  write(lines.map(printable).join('\n') + '\n');
};
