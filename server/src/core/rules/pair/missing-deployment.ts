import { isApiManagerMember, propertyFlag, placeForMissingProperty, type Cartridge, declaredRole, isRole } from '../../model/cartridge';
import { nonEmpty, literal, type LocatedString } from '../../model/scalar';
import { DEPLOYMENT, MANAGER_SERVICE_TYPE, oppositeOf, WORKER_SERVICE_TYPE, type Role } from '../../vocabulary/payloadParameters';
import { linksTo, rolesOf, type CartridgeContext } from '../../links/crossFileContext';
import { about } from '../../links/several';
import { deleteParameter, supplyParameter } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';
import type { CartridgeFacts } from '../../model/facts';

export const missingDeployment = cartridgeRule({
  id: 'missing-deployment',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A cartridge that belongs to a pair has no role, `DEPLOYMENT` `worker` or `manager`.',
  requires:
    'A cartridge that another one names as its worker or manager, or that names one itself, has `DEPLOYMENT` `worker` or `manager`. So has a clustered gateway of the API Manager.',
  why:
    'The service manager then adds DEPLOYMENT=default. The cartridge clusters with itself and never sees its partner, which waits for it indefinitely. ' +
    'An API Manager gateway without a role is never ready.',
  source: 'CartridgeMgtBehaviour.java:113-115, DefaultExtensionHandler.java:593-606 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { facts } = cartridge;
    if (facts.role !== 'none') return;
    const at = () => (facts.deployment ? { path: facts.deployment.path } : placeForMissingProperty(cartridge));
    const problem = facts.deployment ? `${DEPLOYMENT} is "default"` : `${DEPLOYMENT} is missing`;
    const fixes = () => {
      const roles = followingRoles(cartridge, context);
      const only = roles.length === 1;
      return (only ? roles : likelierFirst(context.fileName)).map(value =>
        supplyParameter(cartridge, DEPLOYMENT, { value, from: '' }, { preferred: only, applicability: only ? 'safe' : 'suggested' }),
      );
    };
    const namers = context.waitingFor();
    const [namer] = namers.first;
    const role = namer && declaredRole(namer.facts);
    if (role && facts.type) {
      report({
        at: at(),
        subject: DEPLOYMENT,
        message: `${problem}. The ${role} in ${context.namesOf(namers)} names "${facts.type.text}" as its ${oppositeOf(role)} and waits for it indefinitely. Set ${DEPLOYMENT} to "${oppositeOf(role)}".`,
        related: linksTo(
          namers.first,
          end => end.partnerType,
          end => `reference to this cartridge as the ${oppositeOf(declaredRole(end) ?? role)}`,
        ),
        fixes,
      });
      return;
    }
    if (isGateway(facts) && propertyFlag(facts.clustering) === 'true') {
      report({
        at: at(),
        subject: DEPLOYMENT,
        message: `${problem}. The server of the API Manager's ${facts.type.text} never starts without a role. Set ${DEPLOYMENT} to "worker" or "manager".`,
        fixes,
      });
      return;
    }
    const [name, value] = nonEmpty(facts.managerType) ? [MANAGER_SERVICE_TYPE, facts.managerType] : [WORKER_SERVICE_TYPE, facts.workerType];
    if (!value || value.text === '') return;
    report({
      at: at(),
      subject: DEPLOYMENT,
      severity: 'warning',
      message: `${problem}. The agent ignores ${name} "${value.text}", and the cartridge runs alone. Set ${DEPLOYMENT} to "worker" or "manager", or delete ${name}.`,
      // Both are right: it is for the author to say which.
      fixes: () => [
        ...fixes().map(fix => ({ ...fix, preferred: false, applicability: 'suggested' as const })),
        deleteParameter(cartridge, name),
      ],
    });
  },
});

/** The file's name never decides; it orders a choice. */
const likelierFirst = (fileName: string): readonly Role[] =>
  /mgt|manager/i.test(fileName) ? ['manager', 'worker'] : ['worker', 'manager'];

const isGateway = (facts: CartridgeFacts): facts is CartridgeFacts & { readonly type: LocatedString } =>
  isApiManagerMember(facts) && (facts.type.text === 'gateway' || facts.type.text === 'gatewaymgt');

/** The roles that follow from what the cartridge and its neighbours say; more than one where the signs disagree, none without a sign. */
export function followingRoles(cartridge: Cartridge, context: CartridgeContext): readonly Role[] {
  const type = literal(cartridge.facts.type)?.text;
  const manager = nonEmpty(cartridge.facts.managerType)?.text;
  const worker = nonEmpty(cartridge.facts.workerType)?.text;
  const signs = new Set<Role>(context.namedBy().flatMap(namers => [...about(namers, rolesOf)].filter(isRole).map(oppositeOf)));
  if (manager !== undefined && worker !== undefined) {
    // It states both: the one that is its own type tells what it is.
    if ((manager === type) !== (worker === type)) signs.add(manager === type ? 'manager' : 'worker');
  } else if (manager !== undefined) signs.add(manager === type ? 'manager' : 'worker');
  else if (worker !== undefined) signs.add(worker === type ? 'worker' : 'manager');
  if (signs.size === 0 && isGateway(cartridge.facts)) signs.add(type === 'gateway' ? 'worker' : 'manager');
  return [...signs];
}
