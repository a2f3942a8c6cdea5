/** The boundary of the core: shells import this file and nothing behind it. Pure, synchronous, no input or output. */
export { Workspace, type FileView, type WorkspaceOptions } from './workspace/workspace';
export { relativeName } from './links/related';
export { folderOf } from './workspace/folders';
export { Located, LocatedFiles } from './features/documents';
export { countErrors, diagnostics, SOURCE } from './features/diagnostics';
export { FIX_ALL_KIND, quickFixes, type Action } from './features/codeActions';
export { fixAll, fixAllChanges } from './features/fixAll';
export { describe, type Description } from './features/describe';
export { RULES, TEXT_RULES } from './rules/list';
export type { Finding, Fix, Rule, Severity, TextRule } from './rules/rule';
export { applyChanges, type TextChange } from './json/textDraft';
export { editJson, type JsonEdit } from './json/edit';
export { BEGINNING, MAX_FILE_SIZE, type Content, type Unread } from './json/unread';
export { readJson, type Reading } from './json/value';
export { isSameValue, type JsonValue } from './json/types';
export { recognise } from './model/kinds';
export { isWorthALook, showsSignsOfOurs } from './vocabulary/tellTales';
