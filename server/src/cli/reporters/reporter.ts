import type { Colors } from '../colors';
import type { Report } from '../report';

/** Writes down what was found, in one of the formats. */
export type Reporter = (report: Report, out: Output) => void;

/** Where to, and with which colours. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly colors: Colors;
  /** Whether all that was asked for could be read. */
  readonly isComplete: boolean;
}
