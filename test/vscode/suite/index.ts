import { runSuite } from '../runSuite';

/** What VS Code calls. */
export const run = (): Promise<void> => runSuite(__dirname);
