import type { CartridgeFacts } from '../../model/facts';
import { mustDiffer } from '../../links/comparison';
import { declaredRole } from '../../model/cartridge';
import { isLiteral, type LocatedString } from '../../model/scalar';
import { DEPLOYMENT, oppositeOf, type Role } from '../../vocabulary/payloadParameters';
import { linkTo } from '../../links/crossFileContext';
import { setInEach, setTo, type Derived } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

const otherRole = mustDiffer(declaredRole);

export const sameDeployment = cartridgeRule({
  id: 'same-deployment',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'Two cartridges that name each other have the same role.',
  requires: 'Of two cartridges that name each other, one is the worker and the other the manager.',
  why: 'The agent does not check the role of its partner. Two managers, or two workers, that name each other start as one cluster, and workers and managers are not separated.',
  source: 'DefaultExtensionHandler.java:661-694 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const several = context.partnersWhere(otherRole);
    const others = several.first;
    const [other] = others;
    const role = declaredRole(facts);
    const { deployment } = facts;
    if (!other || !role || !deployment) return;
    const opposite = oppositeOf(role);
    const isOwnWrong = others.map(end => isWrong(facts, end.facts));
    const ownFirst = !isOwnWrong.includes(false);
    const isCertain = isOwnWrong.every(own => own !== undefined) && (ownFirst || several.count === 1);
    report({
      at: { path: deployment.path },
      message:
        `${DEPLOYMENT} is "${role}" here and in its partner ${context.namesOf(several)}. Workers and managers are not separated. ` +
        `Set it to "${opposite}" in ${isCertain ? (ownFirst ? 'this file' : context.nameOf(other)) : 'one of the files'}.`,
      related: others.map(end => linkTo(end, end.facts.deployment, `${DEPLOYMENT} of "${end.facts.type?.text}"`)),
      // With the wrong role all that a role asks for is wrong too.
      explains: [
        'missing-manager-service-type',
        'missing-worker-service-type',
        'manager-service-type-not-a-manager',
        'worker-service-type-not-a-worker',
        'own-service-type-mismatch',
        'missing-worker-host-name',
        'worker-host-name-mismatch',
        'worker-host-name-on-worker',
        'commit-enabled-on-worker',
        'missing-commit-enabled',
      ],
      fixes: () => {
        const derived: Derived = { value: opposite, from: '' };
        const own = setTo(DEPLOYMENT, deployment, derived);
        const theirs = setInEach(context, others, DEPLOYMENT, end => end.deployment, derived);
        const [first, ...rest] = ownFirst ? [own, ...theirs] : [...theirs, own];
        return [{ ...first, preferred: isCertain }, ...rest];
      },
    });
  },
});

/** Whether of two with one role it is the first whose role is wrong; `undefined` where nothing tells, or the signs disagree. */
function isWrong(one: CartridgeFacts, other: CartridgeFacts): boolean | undefined {
  const roles = new Set<CartridgeFacts['role']>([...signsOf(one), ...signsOf(other).map(oppositeOf)]);
  return roles.size === 1 ? !roles.has(one.role) : undefined;
}

/** What a cartridge says of its role beside DEPLOYMENT: by the parameters that name its partner, or itself. */
function signsOf({ type, managerType, workerType }: CartridgeFacts): Role[] {
  const names = (named: LocatedString | undefined, itself: Role, another: Role) =>
    isLiteral(named) ? [named.text === type?.text ? itself : another] : [];
  return [...names(managerType, 'manager', 'worker'), ...names(workerType, 'worker', 'manager')];
}
