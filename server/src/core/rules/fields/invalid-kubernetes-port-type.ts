import { isObject } from '../../json/types';
import { literal, listItems, textAt } from '../../model/scalar';
import { cartridgeRule, editHere } from '../engine/rule';

const TYPES: readonly string[] = ['NodePort', 'ClusterIP'];

export const invalidKubernetesPortType = cartridgeRule({
  id: 'invalid-kubernetes-port-type',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: '`kubernetesPortType` is `NodePort` or `ClusterIP`.',
  why: 'The cartridge is refused: "KubernetesPortType is invalid".',
  source: 'StratosApiV41Utils.java:160 (Stratos 4.1.4)',
  check({ root }, report) {
    for (const { value, path } of listItems(root, 'portMapping')) {
      const type = isObject(value) ? literal(textAt(value, 'kubernetesPortType', path)) : undefined;
      if (!type || TYPES.includes(type.text)) continue;
      report({
        at: { path: type.path },
        message: `kubernetesPortType "${type.text}" is refused; it is one of ${TYPES.join(' and ')}`,
        fixes: () =>
          TYPES.map(word => ({
            title: `Set kubernetesPortType to "${word}"`,
            change: editHere([{ op: 'set', path: type.path, value: word }]),
          })),
      });
    }
  },
});
