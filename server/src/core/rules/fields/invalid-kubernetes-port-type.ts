import { isObject } from '../../json/types';
import { literal, listItems, textAt } from '../../model/scalar';
import { cartridgeRule, editHere } from '../engine/rule';

const TYPES: readonly string[] = ['NodePort', 'ClusterIP'];

export const invalidKubernetesPortType = cartridgeRule({
  id: 'invalid-kubernetes-port-type',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: '`kubernetesPortType` is neither `NodePort` nor `ClusterIP`, in a cartridge with a provider `kubernetes`.',
  requires: '`kubernetesPortType` is `NodePort` or `ClusterIP` in a cartridge with a provider `kubernetes`.',
  why: 'The server refuses the cartridge: "KubernetesPortType is invalid". It does not read the field if no provider of the cartridge is `kubernetes`.',
  source: 'StratosApiV41Utils.java:136-160 (Stratos 4.1.4)',
  check({ root, facts }, report) {
    if (!facts.iaas.some(({ type }) => type?.text === 'kubernetes')) return;
    for (const { value, path } of listItems(root, 'portMapping')) {
      const type = isObject(value) ? literal(textAt(value, 'kubernetesPortType', path)) : undefined;
      if (!type || TYPES.includes(type.text)) continue;
      report({
        at: { path: type.path },
        message: `kubernetesPortType "${type.text}" is not valid. The server refuses the cartridge. Write ${TYPES.join(' or ')}.`,
        fixes: () =>
          TYPES.map(word => ({
            title: `Set kubernetesPortType to "${word}"`,
            change: editHere([{ op: 'set', path: type.path, value: word }]),
          })),
      });
    }
  },
});
