import type { Dialect } from './artifact';

/** The dialect is part of a key: files of one never answer those of the other. */
export const keyIn = (dialect: Dialect, key: string): string => `${dialect} ${key}`;

/** Offered by a file of ours that does not parse: it may be anything, of either dialect. */
export const BROKEN = 'broken';
