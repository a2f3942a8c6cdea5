import { type CartridgeFacts } from '../model/cartridge';
import { known } from '../model/text';
import { WORKER_HOST_NAME } from '../vocabulary/payloadParameters';
import { linkTo } from '../links/related';
import { derivedFrom, holdable, setInOther, setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

export const workerHostNameMismatch = cartridgeRule({
  id: 'worker-host-name-mismatch',
  dialects: ['4.0'],
  severity: 'warning',
  summary: "A manager's `WORKER_HOST_NAME` is the `host` of its worker.",
  why: 'The manager writes it into the addresses of the services that it publishes. With another host clients are sent where no worker listens.',
  source: 'esb carbon.xml.erb:48-61, axis2.xml.erb:261-294, appserver carbon.xml.erb:49-61 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const value = known(facts.workerHost);
    if (facts.role !== 'manager' || !value) return;
    const partners = related.partners();
    const hasAnotherHost = (worker: CartridgeFacts) =>
      worker.role !== 'manager' && known(worker.host) !== undefined && worker.host!.text !== value.text;
    const [worker] = partners;
    if (!worker || !partners.every(({ facts }) => hasAnotherHost(facts))) return;
    say({
      at: { path: value.path },
      message: `${WORKER_HOST_NAME} is "${value.text}", but the host in ${related.nameOf(worker)} is "${worker.facts.host!.text}", so clients are sent where no worker listens; make the two equal`,
      related: partners.map(end => linkTo(end, end.facts.host, `host of "${end.facts.type?.text}"`)),
      fixes: () => {
        const hosts = holdable(partners.map(end => derivedFrom(related, end, 'host', end.facts.host)));
        // The worker is not to get the host of this very manager.
        const isOwnHost = value.text.toLowerCase() === facts.host?.text.toLowerCase();
        return [
          ...hosts.map(derived => setTo(WORKER_HOST_NAME, value, derived, { preferred: hosts.length === 1 })),
          ...(isOwnHost ? [] : partners).map(end =>
            setInOther(related, end, 'host', end.facts.host!, { value: value.text, from: `${WORKER_HOST_NAME} of this file` }),
          ),
        ];
      },
    });
  },
});
