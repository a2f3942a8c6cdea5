import type { LinkedFile } from '../../links/linkedFile';
import type { CartridgeContext } from '../../links/crossFileContext';
import type { Cartridge } from '../../model/cartridge';
import { typeKey } from '../../model/keys';
import { GATEWAY_HOST_NAME, GATEWAY_MGT_HOST_NAME, KEYMANAGER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { table } from '../../vocabulary/table';

/** A parameter by which the members call each other, and the service type whose host it is. */
interface HostName {
  readonly parameter: string;
  readonly type: string;
}

const KEY_MANAGER: HostName = { parameter: KEYMANAGER_HOST_NAME, type: 'keymanager' };
const GATEWAY: HostName = { parameter: GATEWAY_HOST_NAME, type: 'gateway' };
const GATEWAY_MANAGER: HostName = { parameter: GATEWAY_MGT_HOST_NAME, type: 'gatewaymgt' };

/** Which of them a member needs (api-manager.xml.erb of the apimanager module). */
const NEEDED_BY = table<readonly HostName[]>({
  gateway: [KEY_MANAGER],
  gatewaymgt: [KEY_MANAGER],
  keymanager: [GATEWAY],
  publisher: [GATEWAY, GATEWAY_MANAGER, KEY_MANAGER],
  apistore: [GATEWAY, GATEWAY_MANAGER, KEY_MANAGER],
});

interface NeededHostName {
  readonly parameter: string;
  /** The service type that it is the host of, and the cartridges of that type in the folder. */
  readonly member: { readonly type: string; readonly cartridges: readonly LinkedFile[] };
}

export function hostNamesNeededBy(cartridge: Cartridge, context: CartridgeContext): NeededHostName[] {
  return (NEEDED_BY.get(cartridge.facts.type?.text ?? '') ?? []).map(({ parameter, type }) => ({
    parameter,
    member: { type, cartridges: context.inSameFolder(typeKey(type)) },
  }));
}
