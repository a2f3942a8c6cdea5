import type { Finding } from '../rules/engine/rule';

/** Who has links into a file: when the text there moves, those are to be published again. */
export class BackLinks {
  private readonly from = new Map<string, Set<string>>();

  /** The findings of `uri` have changed. */
  replace(uri: string, before: readonly Finding[], now: readonly Finding[]): void {
    for (const target of targetsOf(before)) {
      const from = this.from.get(target);
      from?.delete(uri);
      if (from?.size === 0) this.from.delete(target);
    }
    for (const target of targetsOf(now)) {
      const from = this.from.get(target);
      if (from) from.add(uri);
      else this.from.set(target, new Set([uri]));
    }
  }

  leadTo(uri: string): boolean {
    return this.from.has(uri);
  }

  into(uri: string): Iterable<string> {
    return this.from.get(uri) ?? [];
  }
}

function* targetsOf(findings: readonly Finding[]): Iterable<string> {
  for (const { related } of findings) for (const link of related) yield link.uri;
}
