import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, TextRule } from '../../server/src/core';
import type { Case } from './fixture';
import type { Example } from './fixtureWorkspace';

export const ROOT = path.resolve(__dirname, '../../..');

/** A module of scripts/, as `T` describes it: those are JavaScript. */
export const script = async <T>(name: string): Promise<T> => (await import(pathToFileURL(path.join(ROOT, 'scripts', name)).href)) as T;

/** What writes docs/rules: the pages by file name. */
export const ruleDocs = () =>
  script<{
    pages: (
      rules: readonly (Rule | TextRule)[],
      from: {
        readonly cases: (id: string) => Case[];
        readonly exampleOf: (one: Case) => Example | undefined;
        readonly validExampleOf: (one: Case) => readonly object[];
        readonly fixesOf: (id: string, cases: readonly Case[]) => ReadonlyMap<string, boolean>;
      },
    ) => Map<string, string>;
  }>('docs.mjs');
