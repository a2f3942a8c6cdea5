/**
 * What client and server say to each other beyond the Language Server Protocol: names and types alone, for both of them. Described
 * for the authors of other clients in docs/protocol.md.
 */

/** What a client may say of itself in `initializationOptions`. All of it may be left out. */
export interface InitializationOptions extends UserSettings {
  /** It reports the syntax errors of JSON itself, as VS Code does. */
  readonly reportsSyntaxErrors?: boolean;
  /** It shows an outline of JSON files itself, as VS Code does. */
  readonly showsOutline?: boolean;
  /** It shows what a file is: wants `cartridge/status` notifications. */
  readonly showsStatus?: boolean;
  /** Milliseconds between the last keystroke and the check; 0: none. */
  readonly debounce?: number;
  /** The settings, as they stand in the section `cartridge`; the same as to state them beside these options. */
  readonly cartridge?: UserSettings;
  /** It has the command `cartridge.placeCaret`. */
  readonly placesCaret?: boolean;
  /** It has the command `cartridge.showDocumentation`. */
  readonly showsDocumentation?: boolean;
}

/** The section of the user's settings that the server asks for, and is told of. */
export const SETTINGS_SECTION = 'cartridge';

/** What the user can set. All of it may be left out. */
export interface UserSettings {
  /** Whether the files of the workspace folder are checked at all. */
  readonly enable?: boolean;
  /** By the id of a rule: `off`, `hint`, `info`, `warning` or `error`. */
  readonly rules?: object;
  /** Patterns for files, relative to the workspace folder. */
  readonly ignore?: readonly string[];
  /** Values that are unknown, not wrong; `*` stands for any characters. */
  readonly placeholders?: readonly string[];
  /** `4.0` or `4.1`, for definitions that do not tell. */
  readonly dialect?: string;
  /** Larger files are not read: a number of bytes, or a string such as `5MB`. */
  readonly maxFileSize?: number | string;
  readonly diagnostics?: {
    /** `workspace` or `openFiles`: what is reported. All files are read in either case. */
    readonly scope?: string;
  };
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

/**
 * A command that shows the page of a rule. Argument: the id of the rule. The client has it, or else the server, which asks the client to
 * show the document.
 */
export const SHOW_DOCUMENTATION = 'cartridge.showDocumentation';
