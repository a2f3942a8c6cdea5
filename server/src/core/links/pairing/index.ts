import type { Dialect } from '../../model/artifact';
import type { CartridgeFacts } from '../../model/facts';
import { byParameter40 } from './byParameter40';
import { byTypeName41 } from './byTypeName41';
import type { Pairing } from './pairing';

export type { Pairing };

/** THE table: how the cartridges of each dialect form pairs. */
const PAIRINGS: Readonly<Record<Dialect, Pairing>> = { '4.0': byParameter40, '4.1': byTypeName41 };

export const pairingOf = ({ dialect }: Pick<CartridgeFacts, 'dialect'>): Pairing => PAIRINGS[dialect];
