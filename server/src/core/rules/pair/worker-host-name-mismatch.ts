import { mustAgree, violatesWithAll } from '../../links/comparison';
import { allOf, MOST } from '../../links/several';
import { literal } from '../../model/scalar';
import { WORKER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { andMore, linksTo } from '../../links/crossFileContext';
import { derivedFromEach, holdable, hostOf, setInEach, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

const hostOfWorker = mustAgree(({ role, host }) => (role === 'manager' ? undefined : literal(host)?.text));

export const workerHostNameMismatch = cartridgeRule({
  id: 'worker-host-name-mismatch',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: '`WORKER_HOST_NAME` of a manager is not the `host` of its worker.',
  requires: '`WORKER_HOST_NAME` of a manager is the `host` of its worker.',
  why: 'The manager uses it in the addresses of the services that it publishes. With another host, clients call a host where no worker listens.',
  source: 'esb carbon.xml.erb:48-61, axis2.xml.erb:261-294, appserver carbon.xml.erb:49-61 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const value = literal(facts.workerHost);
    if (facts.role !== 'manager' || !value) return;
    const partners = context.partners();
    const [worker] = partners;
    if (!worker || !violatesWithAll(value.text, partners, hostOfWorker)) return;
    report({
      at: { path: value.path },
      message: `${WORKER_HOST_NAME} is "${value.text}", but the host in ${context.nameOf(worker)} is "${hostOf(worker.facts)}"${andMore(allOf(partners))}. Clients call a host where no worker listens. Use the same host in both.`,
      related: linksTo(
        partners,
        facts => facts.host,
        facts => `host of "${facts.type?.text}"`,
      ),
      fixes: () => {
        const hosts = holdable(derivedFromEach(context, partners, 'host', hostOf));
        // The worker must not get the host of this manager.
        const isOwnHost = value.text.toLowerCase() === facts.host?.text.toLowerCase();
        return [
          ...hosts.map(derived => setTo(WORKER_HOST_NAME, value, derived, { preferred: hosts.length === 1 })),
          ...setInEach(context, isOwnHost ? [] : partners.slice(0, MOST), 'host', ({ host }) => host, {
            value: value.text,
            from: `${WORKER_HOST_NAME} of this file`,
          }),
        ];
      },
    });
  },
});
