import { typeKey } from '../../model/keys';
import { literal } from '../../model/scalar';
import { counterpartOf, roleOfType } from '../../vocabulary/configParameters';
import { violatorsAmong } from '../comparison';
import type { LinkedFile } from '../linkedFile';
import type { Lookup } from '../lookup';
import { allOf } from '../several';
import type { Pairing } from './pairing';

/** In 4.1 the service type tells the role: the other half of `…-manager` is `…-worker`, in the same folder. */
export const byTypeName41: Pairing = {
  roleOf: ({ type }) => roleOfType(type?.text ?? ''),
  // The host of a single-tenant cluster is made of alias and application.
  hostOf: ({ host, multiTenant }) => (multiTenant === 'true' ? literal(host)?.text : undefined),
  workerHostOf: () => undefined,
  endsOf: (lookup, cartridge) => ({ own: counterparts(lookup, cartridge), others: [] }),
  // All of them are halves of this pair: each is compared by itself.
  violating: ({ own }, { facts }, comparison) => allOf(violatorsAmong(comparison.value(facts), own, comparison)),
};

function counterparts(lookup: Lookup, cartridge: LinkedFile): readonly LinkedFile[] {
  const type = literal(cartridge.facts.type)?.text;
  return type && roleOfType(type) ? lookup.inSameFolder(typeKey(counterpartOf(type)), cartridge) : [];
}
