import { json } from './json';
import type { Reporter } from './reporter';
import { stylish } from './stylish';

/** THE list of formats. A file in this folder each. */
export const REPORTERS = { stylish, json } satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];
