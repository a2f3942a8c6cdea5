/** Files checked between two looks at what the client has sent. */
export const SLICE = 100;

/** Files read between two looks: in the first moments of a server each takes its time. */
export const READ_AT_ONCE = 20;

/** Lets in what the client has sent. */
export const yieldToEvents = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
