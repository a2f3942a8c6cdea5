import { mustDiffer } from '../links/comparison';
import { declaredRole } from '../model/cartridge';
import { DEPLOYMENT, oppositeOf } from '../vocabulary/payloadParameters';
import { linkTo } from '../links/related';
import { setInOther, setTo, type Derived } from './parameterFixes';
import { cartridgeRule } from './rule';

const otherRole = mustDiffer(declaredRole);

export const sameDeployment = cartridgeRule({
  id: 'same-deployment',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'Of two cartridges that name each other, one is the worker and one the manager.',
  why: 'The agent never looks at the role of its partner. Two managers, or two workers, that name each other do start, as one cluster in which nothing is separated.',
  source: 'DefaultExtensionHandler.java:661-694 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const several = related.partnersWhere(otherRole);
    const others = several.first;
    const role = declaredRole(facts);
    if (others.length === 0 || !role) return;
    say({
      at: { path: facts.deployment!.path },
      message: `${DEPLOYMENT} is "${role}" here and in its partner ${related.namesOf(several)}, so workers and managers are not separated; make one of them the ${oppositeOf(role)}`,
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
