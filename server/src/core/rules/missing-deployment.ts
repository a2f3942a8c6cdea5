import { isApiManagerMember, isClustered, namedServiceTypes, placeForMissingProperty, type Cartridge } from '../model/cartridge';
import { known, type Text } from '../model/text';
import { DEPLOYMENT, MANAGER_SERVICE_TYPE, oppositeOf, WORKER_SERVICE_TYPE, type Role } from '../vocabulary/payloadParameters';
import { linkTo, type CartridgeRelated } from '../links/related';
import { supplyParameter } from './parameterFixes';
import { cartridgeRule } from './rule';

export const missingDeployment = cartridgeRule({
  id: 'missing-deployment',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A cartridge that is half of a pair states its role, `DEPLOYMENT` `worker` or `manager`.',
  why:
    'Without it the service manager adds DEPLOYMENT=default: the cartridge clusters with itself, never sees its partner, and the partner waits for it for ever. ' +
    'An API Manager gateway without a role is never ready.',
  source: 'CartridgeMgtBehaviour.java:113-115, DefaultExtensionHandler.java:593-606 (Private PaaS 4.0.0)',
  *check(cartridge, related) {
    const { facts } = cartridge;
    if (facts.role !== 'none') return;
    const at = facts.deployment ? { path: facts.deployment.path } : placeForMissingProperty(cartridge);
    const says = facts.deployment ? `${DEPLOYMENT} is "default"` : `Payload parameter ${DEPLOYMENT} is missing`;
    const named = namedServiceTypes(cartridge);
    const fixes = () => {
      const roles = followingRoles(cartridge, related, named);
      const only = roles.length === 1;
      return (only ? roles : likelierFirst(related.fileName)).map(value =>
        supplyParameter(cartridge, DEPLOYMENT, { value, from: '' }, { preferred: only, automatic: only }),
      );
    };
    const namers = waitingPartners(related);
    if (namers.length > 0) {
      const [namer] = namers;
      const role = namer!.facts.role as Role;
      yield {
        at,
        message: `${says}, but the ${role} in ${related.nameOf(namer!)} names "${facts.type!.text}" as its ${oppositeOf(role)} and waits for it for ever; state the role`,
        related: namers.map(end => linkTo(end, end.facts.partnerType, `named here as its ${oppositeOf(end.facts.role as Role)}`)),
        fixes,
      };
      return;
    }
    if (isGateway(cartridge) && isClustered(cartridge)) {
      yield {
        at,
        message: `${says}, so the agent of an API Manager ${facts.type!.text} is never ready and its server never starts; state the role`,
        fixes,
      };
      return;
    }
    const [name, value] = named.manager ? [MANAGER_SERVICE_TYPE, named.manager] : [WORKER_SERVICE_TYPE, named.worker];
    if (!value) return;
    yield {
      at,
      severity: 'warning',
      message: `${says}, so ${name} "${value.text}" is not read and the cartridge stands alone; state the role, or delete ${name}`,
      fixes,
    };
  },
});

/** The file's name never decides; it orders a choice. */
const likelierFirst = (fileName: string): readonly Role[] =>
  /mgt|manager/i.test(fileName) ? ['manager', 'worker'] : ['worker', 'manager'];

const isGateway = ({ facts }: Cartridge): boolean =>
  isApiManagerMember(facts) && (facts.type!.text === 'gateway' || facts.type!.text === 'gatewaymgt');

/** The cartridges with a role that name this one as their partner and have nobody else who could be it. */
const waitingPartners = (related: CartridgeRelated) => related.namedBy().filter(namer => related.candidates(namer).length === 0);

/** The role that follows from what the cartridge and its neighbours say; two where both are possible, none where nothing tells. */
export function followingRoles(
  cartridge: Cartridge,
  related: CartridgeRelated,
  named: { manager: Text | undefined; worker: Text | undefined },
): readonly Role[] {
  const type = known(cartridge.facts.type)?.text;
  if (named.manager && named.worker) {
    if (named.manager.text === type && named.worker.text !== type) return ['manager'];
    if (named.worker.text === type && named.manager.text !== type) return ['worker'];
  } else if (named.manager) return [named.manager.text === type ? 'manager' : 'worker'];
  else if (named.worker) return [named.worker.text === type ? 'worker' : 'manager'];
  if (isGateway(cartridge)) return [type === 'gateway' ? 'worker' : 'manager'];
  const roles = new Set(related.namedBy().map(namer => oppositeOf(namer.facts.role as Role)));
  return [...roles];
}
