import { declaredRole, placeForMissingField } from '../../model/cartridge';
import { nonEmpty, textAt } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { cartridgeRule, editHere } from '../engine/rule';

export const notMultiTenant = cartridgeRule({
  id: 'not-multi-tenant',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A worker and a manager are multi-tenant.',
  why: 'Workers and managers are run by service deployments, and the service manager refuses one of a cartridge that is not multi-tenant.',
  source: 'ServiceDeploymentManager.java:66-92 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { root, facts } = cartridge;
    const role = declaredRole(facts);
    const value = textAt(root, 'multiTenant');
    if (!role || ['true', '1'].includes(value?.text ?? '') || isPlaceholder(value?.text ?? '')) return;
    report({
      at: value ? { path: value.path } : placeForMissingField(cartridge),
      message: `This ${role} is not multi-tenant, so a service deployment of it is refused; set multiTenant to "true"`,
      fixes: () => [
        {
          title: `${nonEmpty(value) ? 'Set' : 'Insert'} multiTenant "true"`,
          change: editHere([{ op: 'insert', object: [], key: 'multiTenant', value: 'true' }]),
          preferred: true,
        },
      ],
    });
  },
});
