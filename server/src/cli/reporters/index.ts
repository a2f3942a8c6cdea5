import { json } from './json';
import type { Reporter } from './reporter';
import { stylish } from './stylish';

export type Format = 'stylish' | 'json';

/** THE table of formats. A file in this folder each. */
export const REPORTERS: Readonly<Record<Format, Reporter>> = { stylish, json };

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];
