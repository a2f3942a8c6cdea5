import type { LinkedFile } from '../../links/lookup';
import type { CartridgeContext } from '../../links/crossFileContext';
import type { Cartridge } from '../../model/cartridge';
import { typeKey } from '../../model/keys';
import { GATEWAY_HOST_NAME, GATEWAY_MGT_HOST_NAME, KEYMANAGER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { table } from '../../vocabulary/table';

/** The parameters by which the members call each other, and the service type whose host each of them is. */
const MEMBER_OF = table({
  [KEYMANAGER_HOST_NAME]: 'keymanager',
  [GATEWAY_HOST_NAME]: 'gateway',
  [GATEWAY_MGT_HOST_NAME]: 'gatewaymgt',
});

/** Which of them a member needs (api-manager.xml.erb of the apimanager module). */
const NEEDED_BY = table<readonly string[]>({
  gateway: [KEYMANAGER_HOST_NAME],
  gatewaymgt: [KEYMANAGER_HOST_NAME],
  keymanager: [GATEWAY_HOST_NAME],
  publisher: [GATEWAY_HOST_NAME, GATEWAY_MGT_HOST_NAME, KEYMANAGER_HOST_NAME],
  apistore: [GATEWAY_HOST_NAME, GATEWAY_MGT_HOST_NAME, KEYMANAGER_HOST_NAME],
});

export interface NeededHostName {
  readonly parameter: string;
  /** The service type that it is the host of, and the cartridges of that type in the folder. */
  readonly member: { readonly type: string; readonly cartridges: readonly LinkedFile[] };
}

export function hostNamesNeededBy(cartridge: Cartridge, context: CartridgeContext): NeededHostName[] {
  return (NEEDED_BY.get(cartridge.facts.type?.text ?? '') ?? []).map(parameter => {
    const type = MEMBER_OF.get(parameter)!;
    return { parameter, member: { type, cartridges: context.inSameFolder(typeKey(type)) } };
  });
}
