import { declaredRole, type CartridgeFacts } from '../model/cartridge';
import { mustDiffer } from '../links/comparison';
import { allOf, having } from '../links/several';
import { roleOfType } from '../vocabulary/configParameters';
import { known } from '../model/text';
import { linkTo } from '../links/related';
import { setInOther, setTo, type Derived } from './parameterFixes';
import { counterparts } from './newerPair';
import { cartridgeRule } from './rule';

const hostOf = ({ host }: CartridgeFacts): string | undefined => known(host)?.text.toLowerCase();
const otherHost = mustDiffer(hostOf);

/** In 4.1 the host of a single-tenant cluster is made of alias and application. */
const newerHostOf = (facts: CartridgeFacts): string | undefined => (facts.multiTenant === 'true' ? hostOf(facts) : undefined);

export const sameHost = cartridgeRule({
  id: 'same-host',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A worker and its manager have different hosts.',
  why: 'The load balancer keeps one cluster per host name: for a host that stands twice one of the two clusters is never reached.',
  source: 'LoadBalancerContextUtil.java:391-395,414-426 (Private PaaS 4.0.0)',
  check(cartridge, say, related) {
    const { facts } = cartridge;
    const isNewer = facts.dialect === '4.1';
    const several = isNewer
      ? allOf(having(counterparts(cartridge, related), newerHostOf, newerHostOf(facts)))
      : related.partnersWhere(otherHost);
    const others = several.first;
    if (others.length === 0) return;
    say({
      at: { path: ['host'] },
      severity: isNewer ? 'warning' : 'error',
      message:
        `host "${facts.host!.text}" is also the host of ${related.namesOf(several)}, so the load balancer reaches only one of the two; ` +
        'give the manager a host of its own',
      related: others.map(end => linkTo(end, end.facts.host, `host of "${end.facts.type?.text}"`)),
      explains: ['worker-host-name-mismatch'],
      fixes: () => {
        const ofManager: Derived = { value: `mgt.${facts.host!.text}`, from: '' };
        const isManager = (one: CartridgeFacts) => (isNewer ? roleOfType(one.type!.text) : declaredRole(one)) === 'manager';
        if (isManager(facts)) return [setTo('host', facts.host!, ofManager, { preferred: true })];
        const managers = others.filter(end => isManager(end.facts));
        return managers.map(manager => setInOther(related, manager, 'host', manager.facts.host!, ofManager));
      },
    });
  },
});
