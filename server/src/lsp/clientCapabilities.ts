import { MarkupKind, type InitializeParams } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { InitializationOptions } from '../protocol';
import { canonicalUri } from './canonicalUri';

/** What the server has to know of its client; one without any capability gets all that needs none. */
export interface ClientCapabilities {
  readonly roots: readonly string[];
  readonly registersWatchers: boolean;
  /** It can watch folders outside of the workspace. */
  readonly watchesFolders: boolean;
  readonly reportsWorkspaceFolders: boolean;
  /** It answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly takesDocumentChanges: boolean;
  /** It can make files as part of an edit. */
  readonly createsFiles: boolean;
  /** It asks for the edits of a code action when that is chosen. */
  readonly resolvesEdits: boolean;
  readonly takesRelatedInformation: boolean;
  readonly placesCaret: boolean;
  /** It has a command of its own to show the page of a rule. */
  readonly showsDocumentation: boolean;
  /** It shows a document that it is asked to show. */
  readonly showsDocuments: boolean;
  /** How it shows text in a hover. */
  readonly hoverMarkup: MarkupKind;
  /** It takes links from a name to its definition, and not only places. */
  readonly takesDefinitionLinks: boolean;
  /** It shows the address of a finding's page. */
  readonly takesCodeDescriptions: boolean;
  readonly reportsSyntaxErrors: boolean;
  readonly showsStatus: boolean;
  /** It has an outline of JSON files itself. */
  readonly showsOutline: boolean;
  /** It asks what would be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** It shows the outline as a tree. */
  readonly takesTreeOfSymbols: boolean;
  readonly debounce: number;
  /** The settings that hold until it tells others. */
  readonly settings: unknown;
}

/** Long enough to skip the states between two quick keystrokes, too short to be noticed. */
const DEBOUNCE = 50;

export function readClientCapabilities({
  capabilities,
  workspaceFolders,
  rootUri,
  rootPath,
  initializationOptions,
}: InitializeParams): ClientCapabilities {
  const options = (initializationOptions ?? {}) as InitializationOptions;
  const root = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
  const edits = capabilities.workspace?.workspaceEdit;
  const actions = capabilities.textDocument?.codeAction;
  const folders = workspaceFolders ? workspaceFolders.map(folder => folder.uri) : root ? [root] : [];
  return {
    roots: folders.map(canonicalUri),
    registersWatchers: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    reportsWorkspaceFolders: capabilities.workspace?.workspaceFolders === true,
    answersConfiguration: capabilities.workspace?.configuration === true,
    registersConfiguration: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    takesDocumentChanges: edits?.documentChanges === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    resolvesEdits: actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true,
    takesRelatedInformation: capabilities.textDocument?.publishDiagnostics?.relatedInformation === true,
    reportsSyntaxErrors: options.reportsSyntaxErrors === true,
    showsStatus: options.showsStatus === true,
    showsOutline: options.showsOutline === true,
    preparesRename: capabilities.textDocument?.rename?.prepareSupport === true,
    takesTreeOfSymbols: capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    placesCaret: options.placesCaret === true,
    showsDocumentation: options.showsDocumentation === true,
    showsDocuments: capabilities.window?.showDocument?.support === true,
    // The first that it names is the one that it likes best.
    hoverMarkup: capabilities.textDocument?.hover?.contentFormat?.[0] === MarkupKind.Markdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    takesDefinitionLinks: capabilities.textDocument?.definition?.linkSupport === true,
    takesCodeDescriptions: capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    debounce: typeof options.debounce === 'number' && options.debounce >= 0 ? options.debounce : DEBOUNCE,
    settings: { ...options, ...options.cartridge },
  };
}
