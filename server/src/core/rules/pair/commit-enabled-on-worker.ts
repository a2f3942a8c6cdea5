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
  summary: 'A worker has `COMMIT_ENABLED` `true`.',
  requires: 'A worker does not have `COMMIT_ENABLED` `true`. Only the manager commits.',
  why: 'The agent of the worker then commits what it finds there to the repository. Those commits can conflict with those of the manager.',
  source: 'CartridgeAgentConfiguration.java:321-336, DefaultExtensionHandler.java:141,171 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const value = payloadValue(cartridge, COMMIT_ENABLED);
    const { facts } = cartridge;
    if (pairingOf(facts).roleOf(facts) !== 'worker' || !value || propertyFlag(value) !== 'true') return;
    report({
      at: { path: value.path },
      message: `${COMMIT_ENABLED} is true on a worker. Its agent commits artifacts to the repository, as only the manager should. Delete the parameter.`,
      fixes: () => [{ ...deleteParameter(cartridge, COMMIT_ENABLED), preferred: true }],
    });
  },
});
