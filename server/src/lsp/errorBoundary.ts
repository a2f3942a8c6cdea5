import type { Connection } from 'vscode-languageserver';

export const asText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Does one piece of work. If it throws, that costs its own result: the error is logged, and the others go on. */
export type Guard = <T, U>(what: string, work: () => T, otherwise: U) => T | U;

export const guardFor =
  ({ console }: Pick<Connection, 'console'>): Guard =>
  (what, work, otherwise) => {
    try {
      return work();
    } catch (error) {
      console.error(`${what} failed: ${asText(error)}`);
      return otherwise;
    }
  };
