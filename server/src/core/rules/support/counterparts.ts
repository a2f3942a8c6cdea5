import type { LinkedFile } from '../../links/lookup';
import type { CartridgeContext } from '../../links/crossFileContext';
import type { Cartridge } from '../../model/cartridge';
import { typeKey } from '../../model/keys';
import { literal } from '../../model/scalar';
import { counterpartOf, roleOfType } from '../../vocabulary/configParameters';

/** The other halves of a pair of 4.1, in the same folder: `…-manager` to `…-worker`. */
export function counterparts({ facts }: Cartridge, context: CartridgeContext): readonly LinkedFile[] {
  const type = literal(facts.type)?.text;
  return type && roleOfType(type) ? context.inSameFolder(typeKey(counterpartOf(type))) : [];
}
