import { linkTo, moreFiles, type Link, type CrossFileContext } from '../../links/crossFileContext';
import type { Slip } from '../../links/slips';
import { setInOther } from './parameterFixes';
import type { Fix } from '../engine/rule';

/** What to do where several files name a type that only a slip in a cartridge keeps from being one. */
export const describeSlip = (context: CrossFileContext, { cartridge, type, namers }: Slip, named: string): string =>
  `Probably the type in ${context.nameOf(cartridge)} ("${type.text}") is misspelled; ${namers.length} files use "${named}". Correct ${context.nameOf(cartridge)}.`;

export const linkToSlip = ({ cartridge, type }: Slip): Link => linkTo(cartridge, type, 'type that is probably misspelled');

/** The slip is corrected where it stands; all that name the type rightly stay as they are. */
export const setTypeBack = (context: CrossFileContext, slip: Slip, type: string): Fix => ({
  ...setInOther(context, slip.cartridge, 'type', slip.type, {
    value: type,
    from: `named in ${context.nameOf(slip.namers[0])} and ${moreFiles(slip.namers.length - 1)}`,
  }),
  preferred: true,
});
