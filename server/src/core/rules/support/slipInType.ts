import { linkTo, type Link, type CrossFileContext } from '../../links/crossFileContext';
import type { Slip } from '../../links/slips';
import { setInOther } from './parameterFixes';
import type { Fix } from '../engine/rule';

/** What to do where several files name a type that only a slip in a cartridge keeps from being one. */
export const saysSlip = (context: CrossFileContext, { cartridge, namers }: Slip): string =>
  `${namers.length} files name it, so the type "${cartridge.facts.type!.text}" in ${context.nameOf(cartridge)} is most likely a slip; mend it there`;

export const linkToSlip = ({ cartridge }: Slip): Link => linkTo(cartridge, cartridge.facts.type, 'named by nobody, and most likely meant');

/** The slip is mended where it stands; all that name the type rightly stay as they are. */
export const setTypeBack = (context: CrossFileContext, { cartridge, namers }: Slip, type: string): Fix => ({
  ...setInOther(context, cartridge, 'type', cartridge.facts.type!, {
    value: type,
    from: `named by ${context.nameOf(namers[0]!)} and ${namers.length - 1} more`,
  }),
  preferred: true,
});
