/** A piece of what is said about something. Words of ours, words from a file, or a file. */
export type Part = string | { readonly code: string } | { readonly uri: string; readonly name: string };

/** What is said about something, before a client's way of showing it is known: words from files are never markup. */
export interface Description {
  readonly title: Part;
  /** What it is, in a few words. */
  readonly kind: string;
  readonly paragraphs: readonly (readonly Part[])[];
}

/** Our own sentences write names in backticks. */
export const sentence = (text: string): readonly Part[] =>
  text.split(/`([^`]*)`/).flatMap((part, i) => (part === '' ? [] : [i % 2 === 1 ? { code: part } : part]));
