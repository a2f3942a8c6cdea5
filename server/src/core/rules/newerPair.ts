import type { Neighbour } from '../links/lookup';
import type { CartridgeRelated } from '../links/related';
import type { Cartridge } from '../model/cartridge';
import { typeKey } from '../model/keys';
import { known } from '../model/text';
import { counterpartOf, roleOfType } from '../vocabulary/configParameters';

/** The other halves of a pair of 4.1, in the same folder: `…-manager` to `…-worker`. */
export function counterparts({ facts }: Cartridge, related: CartridgeRelated): readonly Neighbour[] {
  const type = known(facts.type)?.text;
  return type && roleOfType(type) ? related.beside(typeKey(counterpartOf(type))) : [];
}
