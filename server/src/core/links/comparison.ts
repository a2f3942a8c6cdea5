import type { CartridgeFacts } from '../model/facts';
import type { LinkedFile } from './linkedFile';
import { FEW } from './folderChain';
import { about, aboutFor, having } from './several';

/**
 * What two cartridges must have in common, or must not. It is told by one value of each, so that one cartridge can be compared with
 * thousands at once.
 */
export interface Comparison {
  /** `undefined`: it is unknown, and violates nothing. */
  readonly value: (facts: CartridgeFacts) => string | undefined;
  readonly violates: (a: string, b: string) => boolean;
  /** Values that have this in common are compared one by one. */
  readonly near: (value: string) => string;
  /** Whether all others violate it, or none. */
  readonly isViolatedByOthers: boolean;
}

const itself = (value: string): string => value;

export const mustAgree = (value: Comparison['value']): Comparison => ({
  value,
  violates: (a, b) => a !== b,
  near: itself,
  isViolatedByOthers: true,
});

export const mustDiffer = (value: Comparison['value']): Comparison => ({
  value,
  violates: (a, b) => a === b,
  near: itself,
  isViolatedByOthers: false,
});

/** Whether a value violates a comparison with every one of some cartridges. */
export function violatesWithAll(value: string | undefined, others: readonly LinkedFile[], comparison: Comparison): boolean {
  if (value === undefined || others.length === 0) return false;
  if (others.length <= FEW) {
    return others.every(({ facts }) => {
      const other = comparison.value(facts);
      return other !== undefined && comparison.violates(value, other);
    });
  }
  const { areKnown, byNear } = aboutFor(others, comparison, () => valuesOf(others, comparison));
  if (!areKnown || (!comparison.isViolatedByOthers && byNear.size > 1)) return false;
  const near = byNear.get(comparison.near(value));
  return near ? about(near, distinct).every(other => comparison.violates(value, other)) : comparison.isViolatedByOthers;
}

/** Those of some cartridges that violate a comparison with a value, each by itself. */
export function violatorsAmong(value: string | undefined, others: readonly LinkedFile[], comparison: Comparison): readonly LinkedFile[] {
  if (value === undefined) return [];
  // What must differ is violated by those that have the very value; of thousands they are found by it.
  if (!comparison.isViolatedByOthers) return having(others, comparison.value, value);
  return others.filter(({ facts }) => {
    const other = comparison.value(facts);
    return other !== undefined && comparison.violates(value, other);
  });
}

interface Values {
  readonly areKnown: boolean;
  readonly byNear: ReadonlyMap<string, readonly string[]>;
}

function valuesOf(files: readonly LinkedFile[], { value, near }: Comparison): Values {
  const byNear = new Map<string, string[]>();
  for (const { facts } of files) {
    const text = value(facts);
    if (text === undefined) return { areKnown: false, byNear };
    const known = byNear.get(near(text));
    if (known) known.push(text);
    else byNear.set(near(text), [text]);
  }
  return { areKnown: true, byNear };
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];
