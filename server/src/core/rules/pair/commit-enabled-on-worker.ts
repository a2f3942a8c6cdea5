import { payloadValue, propertyFlag } from '../../model/cartridge';
import { COMMIT_ENABLED } from '../../vocabulary/payloadParameters';
import { deleteParameter } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';
import { pairingOf } from '../../links/pairing';

export const commitEnabledOnWorker = cartridgeRule({
  id: 'commit-enabled-on-worker',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'Artifacts are committed by the manager; a worker has no `COMMIT_ENABLED`.',
  why: 'With it the agent commits what it finds on the worker back to the repository, against what the manager commits.',
  source: 'CartridgeAgentConfiguration.java:321-336, DefaultExtensionHandler.java:141,171 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const value = payloadValue(cartridge, COMMIT_ENABLED);
    const { facts } = cartridge;
    if (pairingOf(facts).roleOf(facts) !== 'worker' || !value || propertyFlag(value) !== 'true') return;
    report({
      at: { path: value.path },
      message: `${COMMIT_ENABLED} is true on a worker, so it commits artifacts against its manager; leave that to the manager and delete it`,
      fixes: () => [{ ...deleteParameter(cartridge, COMMIT_ENABLED), preferred: true }],
    });
  },
});
