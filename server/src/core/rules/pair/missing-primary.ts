import type { PartitionReference } from '../../model/facts';
import { bareProperty, declaredRole } from '../../model/cartridge';
import { linkTo, type CartridgeContext } from '../../links/crossFileContext';
import { areAllStarted, minimum, partitionsOf, type Deployment } from '../../links/deployments';
import { keptNote, PRIMARY } from '../../vocabulary/payloadParameters';
import { explainsEmpty, placeOfMissing, supplyOneOf } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const missingPrimary = cartridgeRule({
  id: 'missing-primary',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A worker or a manager does not have the property `PRIMARY` `true`, which has no prefix.',
  requires: 'A worker and a manager have the property `PRIMARY` with the value `true`. It has no prefix.',
  why:
    'Agents wait for the primary members of both cartridges. Without PRIMARY on the worker, neither side ever starts. Without it on the manager, the pair ' +
    'forms only while the deployment policy asks for one member. The platform keeps the value from the first deployment of the ' +
    'cartridge; undeploying it and deploying it again does not change it.',
  source: 'DefaultExtensionHandler.java:661-825, AutoscalerUtil.java:184, TopologyBuilder.java:62,131-145 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const role = declaredRole(cartridge.facts);
    if (!role || cartridge.facts.primary !== 'not true') return;
    const property = bareProperty(cartridge, PRIMARY);
    const value = property?.value?.text ?? '';
    const several = role === 'manager' ? severalManagers(context) : [];
    const [first] = several;
    report({
      at: placeOfMissing(cartridge, property),
      severity: role === 'worker' || first ? 'error' : 'warning',
      message:
        `${PRIMARY} is ${value ? JSON.stringify(value) : 'missing'}. ` +
        (role === 'worker'
          ? 'Neither this worker nor its manager ever starts.'
          : first
            ? `Deployment policy "${first.policyName}" starts more than one manager, and the pair never forms.`
            : 'The pair forms only while the manager has a single member.') +
        ` Set ${PRIMARY} to "true".${keptNote(PRIMARY)}`,
      related: partitionsOf(several).map(({ policy, min }) => linkTo(policy, min, 'minimum number of managers')),
      subject: PRIMARY,
      explains: explainsEmpty(PRIMARY),
      fixes: () => supplyOneOf(cartridge, PRIMARY, [{ value: 'true', from: '' }]),
    });
  },
});

/** The service deployments that start two managers or more, where every one in the workspace folder does. */
function severalManagers(context: CartridgeContext): readonly Deployment[] {
  const runs = context.deployments();
  return areAllStarted(runs, severalAtOnce) ? runs : [];
}

const severalAtOnce = (partitions: readonly PartitionReference[]): boolean => partitions.some(one => (minimum(one) ?? 0) >= 2);
