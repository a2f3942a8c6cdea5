/** Files read, or checked, between two looks at what the client has sent. */
export const SLICE = 100;

/** Lets in what the client has sent. */
export const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
