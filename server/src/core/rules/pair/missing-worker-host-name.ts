import { isApiManagerMember, payloadProperty } from '../../model/cartridge';
import { nonEmpty } from '../../model/scalar';
import { WORKER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { linksTo } from '../../links/crossFileContext';
import { derivedFromEach, explainsEmpty, hostOf, placeOfMissing, supplyOneOf } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const missingWorkerHostName = cartridgeRule({
  id: 'missing-worker-host-name',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A manager does not have `WORKER_HOST_NAME`, the `host` of its worker.',
  requires: 'A manager has `WORKER_HOST_NAME`, the `host` of its worker. Members of the API Manager need none.',
  why:
    'The manager uses it in the addresses of the services that it publishes (WSDL, endpoint references) and in its hosts file. ' +
    'Without it, clients call the manager instead of the workers.',
  source:
    'esb carbon.xml.erb:48-61, axis2.xml.erb:261-294, appserver carbon.xml.erb:49-61, start-servers.sh.erb:104-109 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { facts } = cartridge;
    if (facts.role !== 'manager' || isApiManagerMember(facts) || nonEmpty(facts.workerHost)) return;
    const workers = context.likelyPartners();
    // A host that both have is a mistake of its own, and no value to propose.
    const isOwnHost = (host: string) => host.toLowerCase() === facts.host?.text.toLowerCase();
    report({
      at: placeOfMissing(cartridge, payloadProperty(cartridge, WORKER_HOST_NAME)),
      message: `${WORKER_HOST_NAME} is missing. The manager publishes its own host as the address of the services. Add the host of its worker.`,
      related: linksTo(
        workers,
        ({ host }) => host,
        ({ type }) => `host of "${type?.text}"`,
      ),
      subject: WORKER_HOST_NAME,
      explains: explainsEmpty(WORKER_HOST_NAME),
      fixes: () =>
        supplyOneOf(
          cartridge,
          WORKER_HOST_NAME,
          derivedFromEach(context, workers, 'host', hostOf).filter(({ value }) => !isOwnHost(value)),
        ),
    });
  },
});
