import { isApiManagerMember, truthOf, placeForMissingProperty, type Cartridge } from '../model/cartridge';
import { given, known } from '../model/text';
import { DEPLOYMENT, MANAGER_SERVICE_TYPE, oppositeOf, WORKER_SERVICE_TYPE, type Role } from '../vocabulary/payloadParameters';
import { linksTo, rolesOf, type CartridgeRelated } from '../links/related';
import { about } from '../links/several';
import { deleteParameter, supplyParameter } from './parameterFixes';
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
  check(cartridge, say, related) {
    const { facts } = cartridge;
    if (facts.role !== 'none') return;
    const at = () => (facts.deployment ? { path: facts.deployment.path } : placeForMissingProperty(cartridge));
    const says = facts.deployment ? `${DEPLOYMENT} is "default"` : `Payload parameter ${DEPLOYMENT} is missing`;
    const fixes = () => {
      const roles = followingRoles(cartridge, related);
      const only = roles.length === 1;
      return (only ? roles : likelierFirst(related.fileName)).map(value =>
        supplyParameter(cartridge, DEPLOYMENT, { value, from: '' }, { preferred: only, automatic: only }),
      );
    };
    const namers = related.waitingFor();
    if (namers.count > 0) {
      const [namer] = namers.first;
      const role = namer!.facts.role as Role;
      say({
        at: at(),
        message: `${says}, but the ${role} in ${related.namesOf(namers)} names "${facts.type!.text}" as its ${oppositeOf(role)} and waits for it for ever; state the role`,
        related: linksTo(
          namers.first,
          end => end.partnerType,
          end => `named here as its ${oppositeOf(end.role as Role)}`,
        ),
        fixes,
      });
      return;
    }
    if (isGateway(cartridge) && truthOf(facts.clustering) === 'true') {
      say({
        at: at(),
        message: `${says}, so the agent of an API Manager ${facts.type!.text} is never ready and its server never starts; state the role`,
        fixes,
      });
      return;
    }
    const [name, value] = given(facts.managerType) ? [MANAGER_SERVICE_TYPE, facts.managerType] : [WORKER_SERVICE_TYPE, facts.workerType];
    if (!given(value)) return;
    say({
      at: at(),
      severity: 'warning',
      message: `${says}, so ${name} "${value!.text}" is not read and the cartridge stands alone; state the role, or delete ${name}`,
      // Both are right: it is for the author to say which.
      fixes: () => [...fixes().map(fix => ({ ...fix, preferred: false, automatic: false })), deleteParameter(cartridge, name)],
    });
  },
});

/** The file's name never decides; it orders a choice. */
const likelierFirst = (fileName: string): readonly Role[] =>
  /mgt|manager/i.test(fileName) ? ['manager', 'worker'] : ['worker', 'manager'];

const isGateway = ({ facts }: Cartridge): boolean =>
  isApiManagerMember(facts) && (facts.type!.text === 'gateway' || facts.type!.text === 'gatewaymgt');

/** The roles that follow from what the cartridge and its neighbours say; more than one where the signs disagree, none without a sign. */
export function followingRoles(cartridge: Cartridge, related: CartridgeRelated): readonly Role[] {
  const type = known(cartridge.facts.type)?.text;
  const manager = given(cartridge.facts.managerType)?.text;
  const worker = given(cartridge.facts.workerType)?.text;
  const signs = new Set<Role>(related.namedBy().flatMap(namers => [...about(namers, rolesOf)].map(role => oppositeOf(role as Role))));
  if (manager !== undefined && worker !== undefined) {
    // It states both: the one that is its own type tells what it is.
    if ((manager === type) !== (worker === type)) signs.add(manager === type ? 'manager' : 'worker');
  } else if (manager !== undefined) signs.add(manager === type ? 'manager' : 'worker');
  else if (worker !== undefined) signs.add(worker === type ? 'worker' : 'manager');
  if (signs.size === 0 && isGateway(cartridge)) signs.add(type === 'gateway' ? 'worker' : 'manager');
  return [...signs];
}
