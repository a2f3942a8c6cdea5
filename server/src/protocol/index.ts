/**
 * What client and server say to each other beyond the Language Server Protocol: names and types alone, for both of them. Described
 * for the authors of other clients in docs/protocol.md.
 */

/** What a client may say of itself in `initializationOptions`. All of it may be left out. */
export interface InitializationOptions {
  /** It reports the syntax errors of JSON itself, as VS Code does. */
  readonly reportsSyntaxErrors?: boolean;
  /** It shows what a file is: wants `cartridge/status` notifications. */
  readonly showsStatus?: boolean;
  /** Milliseconds between the last keystroke and the check; 0: none. */
  readonly debounce?: number;
  /** In bytes: larger files are not read. */
  readonly maxFileSize?: number;
  /** It has the command `cartridge.placeCaret`. */
  readonly placesCaret?: boolean;
}

/** The section of the user's settings that the server asks for, and is told of. */
export const SETTINGS_SECTION = 'cartridge';

/** What the user can set. All of it may be left out. */
export interface UserSettings {
  /** In bytes: larger files are not read. */
  readonly maxFileSize?: number;
}

/** Notification from the server: what an open document is. Its parameters are a `Status`. */
export const STATUS = 'cartridge/status';

export interface Status {
  /** Of the document, as the client spells it. */
  readonly uri: string;
  /** One line for a status bar. Absent: there is nothing to show. */
  readonly text?: string;
  /** Why a file that looks like one of ours is not recognised. */
  readonly problem?: string;
  /** The uri of its partner file. */
  readonly partner?: string;
}

/**
 * A command that the client offers, and the server names in code actions: puts the caret at a position of a document. Arguments: the
 * uri, and an LSP position (in UTF-16 code units).
 */
export const PLACE_CARET = 'cartridge.placeCaret';
