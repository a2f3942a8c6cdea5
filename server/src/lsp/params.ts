import type { CodeAction, CodeActionParams, DidChangeTextDocumentParams, DidOpenTextDocumentParams, Range } from 'vscode-languageserver';

/** What a client sends may be anything: whatever the protocol does not allow is refused before it has changed anything. */
export type ParamsValidator = (params: unknown) => boolean;

/** Of what was sent, any part may be missing. */
type Sent<T> = { readonly [K in keyof T]?: Sent<T[K]> } | null | undefined;

const isPosition = (value: Sent<Range['start']>): boolean => Number.isInteger(value?.line) && Number.isInteger(value?.character);

/** Negative numbers and an end before the start are let through: they are clamped and swapped. */
const isRange = (value: Sent<Range>): boolean => isPosition(value?.start) && isPosition(value?.end);

export const isAboutADocument: ParamsValidator = params =>
  typeof (params as Sent<{ textDocument: { uri: string } }>)?.textDocument?.uri === 'string';

export const isAtPosition: ParamsValidator = params =>
  isAboutADocument(params) && isPosition((params as Sent<{ position: Range['start'] }>)?.position);

export const isCodeActionParams: ParamsValidator = params => {
  const { range, context } = (params ?? {}) as NonNullable<Sent<CodeActionParams>>;
  return isAboutADocument(params) && isRange(range) && !!context && (context.only === undefined || Array.isArray(context.only));
};

/** One that was in a menu of this server. */
export const isCodeAction: ParamsValidator = params => {
  const { title, data } = (params ?? {}) as NonNullable<Sent<CodeAction>>;
  const { uri, range } = (data ?? {}) as { uri?: unknown; range?: Sent<Range> };
  return typeof title === 'string' && typeof uri === 'string' && isRange(range);
};

export const isRename: ParamsValidator = params =>
  isAtPosition(params) && typeof (params as Sent<{ newName: string }>)?.newName === 'string';

export const isQuery: ParamsValidator = params => typeof (params as Sent<{ query: string }>)?.query === 'string';

export const isExecuteCommandParams: ParamsValidator = params => {
  const { command, arguments: given } = (params ?? {}) as { command?: unknown; arguments?: unknown };
  return typeof command === 'string' && (given === undefined || Array.isArray(given));
};

export const isOpened: ParamsValidator = params =>
  isAboutADocument(params) && typeof (params as DidOpenTextDocumentParams).textDocument.text === 'string';

export const isChanged: ParamsValidator = params => {
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
