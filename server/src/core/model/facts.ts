import type { Artifact, Facts } from './kinds';
import type { Dialect } from './artifact';
import { keysOfCartridge } from './cartridge';

/** What the file of an artifact tells the others. */
export const factsOf = (artifact: Artifact): Facts =>
  artifact.kind === 'cartridge' ? artifact.facts : { kind: artifact.kind, dialect: artifact.dialect };

/** The keys under which others find these facts. The dialect is part of each: files of one never answer those of the other. */
export function keysOf(facts: Facts): string[] {
  const keys = facts.kind === 'cartridge' ? keysOfCartridge(facts) : [];
  return keys.map(key => keyIn(facts.dialect, key));
}

export const keyIn = (dialect: Dialect, key: string): string => `${dialect} ${key}`;

/** Offered by a file of ours that does not parse: it may be anything, of either dialect. */
export const BROKEN = 'broken';
