import { declaredRole, type CartridgeFacts } from '../model/cartridge';
import { DEPLOYMENT, oppositeOf } from '../vocabulary/payloadParameters';
import { linkTo } from '../links/related';
import { setInOther, setTo, type Derived } from './parameterFixes';
import { cartridgeRule } from './rule';

const sameRole = (a: CartridgeFacts, b: CartridgeFacts): boolean => declaredRole(a) !== undefined && a.role === b.role;

export const sameDeployment = cartridgeRule({
  id: 'same-deployment',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'Of two cartridges that name each other, one is the worker and one the manager.',
  why: 'The agent never looks at the role of its partner. Two managers, or two workers, that name each other do start, as one cluster in which nothing is separated.',
  source: 'DefaultExtensionHandler.java:661-694 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const others = related.partnersWhere(sameRole);
    const role = declaredRole(facts);
    if (others.length === 0 || !role) return;
    say({
      at: { path: facts.deployment!.path },
      message: `${DEPLOYMENT} is "${role}" here and in its partner ${related.nameOf(others[0]!)}, so workers and managers are not separated; make one of them the ${oppositeOf(role)}`,
      related: others.map(end => linkTo(end, end.facts.deployment, `${DEPLOYMENT} of "${end.facts.type?.text}"`)),
      // With the wrong role all that a role asks for is wrong too.
      explains: [
        'missing-manager-service-type',
        'missing-worker-service-type',
        'own-service-type-mismatch',
        'missing-worker-host-name',
        'worker-host-name-mismatch',
        'worker-host-name-on-worker',
        'commit-enabled-on-worker',
        'missing-commit-enabled',
      ],
      fixes: () => {
        const opposite: Derived = { value: oppositeOf(role), from: '' };
        return [
          setTo(DEPLOYMENT, facts.deployment!, opposite),
          ...others.map(end => setInOther(related, end, DEPLOYMENT, end.facts.deployment!, opposite)),
        ];
      },
    });
  },
});
