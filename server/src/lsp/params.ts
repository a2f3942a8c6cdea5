import type { CodeActionParams, DidChangeTextDocumentParams, DidOpenTextDocumentParams, Range } from 'vscode-languageserver';

/** What a client sends may be anything: whatever the protocol does not allow is refused before it has changed anything. */
export type Check = (params: unknown) => boolean;

/** Of what was sent, any part may be missing. */
type Sent<T> = { readonly [K in keyof T]?: Sent<T[K]> } | null | undefined;

const isPosition = (value: Sent<Range['start']>): boolean => Number.isInteger(value?.line) && Number.isInteger(value?.character);

/** Negative numbers and an end before the start are let through: they are clamped and swapped. */
const isRange = (value: Sent<Range>): boolean => isPosition(value?.start) && isPosition(value?.end);

export const isAboutADocument: Check = params => typeof (params as Sent<{ textDocument: { uri: string } }>)?.textDocument?.uri === 'string';

export const isCodeActionParams: Check = params => {
  const { range, context } = (params ?? {}) as NonNullable<Sent<CodeActionParams>>;
  return isAboutADocument(params) && isRange(range) && !!context && (context.only === undefined || Array.isArray(context.only));
};

export const isOpened: Check = params =>
  isAboutADocument(params) && typeof (params as DidOpenTextDocumentParams).textDocument.text === 'string';

export const isChanged: Check = params => {
  const { contentChanges } = (params ?? {}) as Partial<DidChangeTextDocumentParams>;
  return (
    isAboutADocument(params) &&
    Array.isArray(contentChanges) &&
    contentChanges.every(
      (change: Sent<{ range: Range; text: string }>) =>
        typeof change?.text === 'string' && (change.range === undefined || isRange(change.range)),
    )
  );
};
