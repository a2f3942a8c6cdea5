import { declaredRole, type CartridgeFacts } from '../model/cartridge';
import { known } from '../model/text';
import { linkTo } from '../links/related';
import { setInOther, setTo, type Derived } from './parameterFixes';
import { cartridgeRule } from './rule';

const hostsAreEqual = (a: CartridgeFacts, b: CartridgeFacts): boolean =>
  known(a.host) !== undefined && known(b.host)?.text.toLowerCase() === a.host!.text.toLowerCase();

export const sameHost = cartridgeRule({
  id: 'same-host',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker and its manager have different hosts.',
  why: 'The load balancer keeps one cluster per host name: for a host that stands twice one of the two clusters is never reached.',
  source: 'LoadBalancerContextUtil.java:391-395,414-426 (Private PaaS 4.0.0)',
  *check({ facts }, related) {
    const others = related.partnersWhere(hostsAreEqual);
    if (others.length === 0) return;
    yield {
      at: { path: ['host'] },
      message:
        `host "${facts.host!.text}" is also the host of ${related.nameOf(others[0]!)}, so the load balancer reaches only one of the two; ` +
        'give the manager a host of its own',
      related: others.map(end => linkTo(end, end.facts.host, `host of "${end.facts.type?.text}"`)),
      explains: ['worker-host-name-mismatch'],
      fixes: () => {
        const ofManager: Derived = { value: `mgt.${facts.host!.text}`, from: '' };
        if (declaredRole(facts) === 'manager') return [setTo('host', facts.host!, ofManager, { preferred: true })];
        const managers = others.filter(end => end.facts.role === 'manager');
        return managers.map(manager => setInOther(related, manager, 'host', manager.facts.host!, ofManager));
      },
    };
  },
});
