import { payloadProperty, payloadValue, propertyFlag } from '../../model/cartridge';
import { COMMIT_ENABLED } from '../../vocabulary/payloadParameters';
import { explainsEmpty, placeOfMissing, supplyParameter } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const missingCommitEnabled = cartridgeRule({
  id: 'missing-commit-enabled',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'hint',
  summary: 'A manager does not have `COMMIT_ENABLED` `true`.',
  requires: 'A manager has the payload parameter `COMMIT_ENABLED` with the value `true`.',
  why: 'Without it, what is deployed in the console of the manager is not committed to the repository, and the workers do not get it.',
  source: 'CartridgeAgentConfiguration.java:321-336, DefaultExtensionHandler.java:141,171 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const value = payloadValue(cartridge, COMMIT_ENABLED);
    if (cartridge.facts.role !== 'manager' || propertyFlag(value) !== 'not true') return;
    report({
      at: placeOfMissing(cartridge, payloadProperty(cartridge, COMMIT_ENABLED)),
      message: `${COMMIT_ENABLED} is not true. Artifacts deployed through this manager are not committed to the repository. Set it to "true" if they should be.`,
      subject: COMMIT_ENABLED,
      explains: explainsEmpty(COMMIT_ENABLED),
      fixes: () => [supplyParameter(cartridge, COMMIT_ENABLED, { value: 'true', from: '' }, { preferred: true })],
    });
  },
});
