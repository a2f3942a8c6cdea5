import type { RemoteConsole } from 'vscode-languageserver';
import type { MaybePromise } from './fileSystem';

export const asText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Does one piece of work. If it fails, that costs its own result: the error is logged, and the others go on. */
export interface Guard {
  <T, U>(what: string, work: () => T, otherwise: U): T | U;
  /** The same for work that may end later. */
  async<T, U>(what: string, work: () => MaybePromise<T>, otherwise: U): Promise<T | U>;
}

export function guardFor({ console }: { readonly console: Pick<RemoteConsole, 'error'> }): Guard {
  const log = (what: string, error: unknown) => console.error(`${what} failed: ${asText(error)}`);

  function guard<T, U>(what: string, work: () => T, otherwise: U): T | U {
    try {
      return work();
    } catch (error) {
      log(what, error);
      return otherwise;
    }
  }

  guard.async = async <T, U>(what: string, work: () => MaybePromise<T>, otherwise: U): Promise<T | U> => {
    try {
      return await work();
    } catch (error) {
      log(what, error);
      return otherwise;
    }
  };
  return guard;
}
