import { declaredRole, placeForMissingField } from '../../model/cartridge';
import { nonEmpty, textAt } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { cartridgeRule, editHere } from '../engine/rule';

export const notMultiTenant = cartridgeRule({
  id: 'not-multi-tenant',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A worker or a manager is not multi-tenant.',
  requires: 'A worker and a manager have `multiTenant` `true`, or `1`.',
  why: 'Service deployments run workers and managers, and the service manager refuses to deploy a cartridge that is not multi-tenant.',
  source: 'ServiceDeploymentManager.java:66-92 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { root, facts } = cartridge;
    const role = declaredRole(facts);
    const value = textAt(root, 'multiTenant');
    if (!role || ['true', '1'].includes(value?.text ?? '') || isPlaceholder(value?.text ?? '')) return;
    report({
      at: value ? { path: value.path } : placeForMissingField(cartridge),
      subject: 'multiTenant',
      message: `multiTenant is ${nonEmpty(value) ? 'not true' : 'missing'}. The server refuses a service deployment of this ${role}. Set multiTenant to "true".`,
      fixes: () => [
        {
          title: nonEmpty(value) ? 'Set multiTenant to "true"' : 'Insert multiTenant "true"',
          change: editHere([{ op: 'insert', object: [], key: 'multiTenant', value: 'true' }]),
          preferred: true,
        },
      ],
    });
  },
});
