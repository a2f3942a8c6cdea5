/**
 * A text in which VS Code finds neither an icon (`$(trash)`) nor a link (`[text](command:id)`) where it looks for both, as in
 * status items: what stands in a file is shown, and nothing else. An invisible word joiner keeps the characters apart.
 */
export const asPlainText = (text: string): string => text.replace(/(?<=[$\]])\(/g, '\u2060(');
