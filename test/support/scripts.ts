import * as path from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = path.resolve(__dirname, '../../..');

/** A module of scripts/, as `T` describes it: those are JavaScript. */
export const script = async <T>(name: string): Promise<T> => (await import(pathToFileURL(path.join(ROOT, 'scripts', name)).href)) as T;
