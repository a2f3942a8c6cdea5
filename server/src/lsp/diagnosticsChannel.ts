/**
 * How findings reach the client. The server says which files may look different; a channel decides what is sent, and when. Pushed
 * diagnostics are one way; a client that asks for them by itself gets them by the same calls, with `Workspace.revision` to tell
 * what it has already. Uris are canonical.
 */
export interface DiagnosticsChannel {
  /** A document was opened: it is answered even if nothing is wrong with it. `spelled`: its uri as the client writes it. */
  opened(uri: string, spelled: string): void;
  closed(uri: string): void;
  /** The findings of these files, or where they stand, may be different now. */
  changed(uris: Iterable<string>): void;
}
