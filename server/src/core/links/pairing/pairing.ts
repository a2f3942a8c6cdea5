import type { CartridgeFacts } from '../../model/facts';
import type { Comparison } from '../comparison';
import type { LinkedFile } from '../linkedFile';
import type { Lookup } from '../lookup';
import type { Ends } from '../pairs';
import type { Several } from '../several';

/** How cartridges of a dialect form pairs of a worker and a manager. What differs between dialects is in here, and not in the rules. */
export interface Pairing {
  /** `undefined`: nothing tells one. */
  readonly roleOf: (facts: CartridgeFacts) => CartridgeFacts['role'] | undefined;
  /** The host under which the load balancer serves it. `undefined`: it is not known, or not the one in the file. */
  readonly hostOf: (facts: CartridgeFacts) => string | undefined;
  /** The host by which a manager knows its worker. `undefined`: it is not known, or no parameter states it. */
  readonly workerHostOf: (facts: CartridgeFacts) => string | undefined;
  /** Those with whom a cartridge forms a pair, where that is certain to be no mistake. */
  readonly endsOf: (lookup: Lookup, cartridge: LinkedFile) => Ends;
  /** Those of its ends that violate a comparison. */
  readonly violating: (ends: Ends, cartridge: LinkedFile, comparison: Comparison) => Several<LinkedFile>;
}
