import { Minimatch } from 'minimatch';

/** A pattern for files, relative to the folder of the configuration in which it is written. */
export interface Glob {
  readonly pattern: string;
  /** `name`: the path of a file from that folder, with `/`. A pattern for a folder matches all that is in it. */
  readonly matches: (name: string) => boolean;
}

/**
 * A pattern for one file or folder, whatever characters its name has: those that mean something in a pattern are put in brackets, or
 * stand for any character where brackets cannot keep them.
 */
export const globOf = (name: string): string => name.replace(/[[*?]/g, '[$&]').replace(/[\\{}]/g, '?');

/** Without braces and extended patterns the matching takes a time that grows with pattern and name. */
const OPTIONS = { nobrace: true, noext: true, nocomment: true, nonegate: true, dot: true, platform: 'linux' } as const;

/** A pattern of more characters is nobody's. */
const LONGEST = 1000;

/** A string: why it is no pattern. */
export function readGlob(pattern: string): Glob | string {
  const plain = pattern.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  if (plain === '' || plain === '.') return 'A pattern needs a name. Use "**" for all files of the folder.';
  if (pattern.length > LONGEST) return `A pattern has at most ${LONGEST} characters.`;
  if (pattern.includes('\\')) return 'Use "/" between folders.';
  if (plain.startsWith('/') || /^[a-z]:/i.test(plain)) return 'Patterns are relative to the folder of this file. Remove what is before it.';
  if (plain.split('/').includes('..')) return 'Patterns cannot reach outside the folder of this file.';
  if (/[{}]/.test(plain)) return 'Braces are not supported. Write one pattern for each alternative.';
  const beginning = literalBeginning(plain);
  // Made when they are needed, which for most patterns of a large repository is never.
  let matchers: readonly Minimatch[] | undefined;
  const made = () => (matchers ??= [new Minimatch(plain, OPTIONS), new Minimatch(`${plain}/**`, OPTIONS)]);
  return { pattern, matches: name => name.startsWith(beginning) && made().some(matcher => matcher.match(name)) };
}

/** What every name that a pattern matches begins with: of most files it is clear from that alone that it does not match. */
const literalBeginning = (pattern: string): string => (/\/\.?(?:\/|$)/.test(pattern) ? '' : (/^[^*?[\]]*/.exec(pattern)?.[0] ?? ''));
