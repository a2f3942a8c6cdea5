import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import type { Description, Part } from '../core';

/** How a client shows descriptions. `spelled`: a uri as it writes it. */
export function asMarkup(descriptions: readonly Description[], kind: MarkupKind, spelled: (uri: string) => string): MarkupContent {
  const write = kind === MarkupKind.Markdown ? (part: Part) => asMarkdown(part, spelled) : asPlainText;
  const bold = kind === MarkupKind.Markdown ? (text: string) => `**${text}**` : (text: string) => text;
  const inWords = ({ title, kind: what, paragraphs }: Description) =>
    [`${bold(write(title))}: ${what}`, ...paragraphs.map(parts => parts.map(write).join(''))].join('\n\n');
  const separator = kind === MarkupKind.Markdown ? '\n\n---\n\n' : '\n\n';
  return { kind, value: descriptions.map(inWords).join(separator) };
}

const asPlainText = (part: Part): string => (typeof part === 'string' ? part : 'code' in part ? part.code : part.name);

function asMarkdown(part: Part, spelled: (uri: string) => string): string {
  if (typeof part === 'string') return escaped(part);
  return 'code' in part ? asCode(part.code) : `[${escaped(part.name)}](${asDestination(spelled(part.uri))})`;
}

/** Where a link would end. */
const asDestination = (uri: string): string => uri.replaceAll(/[()<>\\\s]/g, c => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Whatever is in the text, it ends with it. */
function asCode(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return line === '' ? '``` ```' : fence + pad + line + pad + fence;
}

const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>&~|]/g, '\\$&').replaceAll(/\s+/g, ' ');
