import { isObject } from '../json/types';
import { known, listItems, textAt } from '../model/text';
import { cartridgeRule } from './rule';

const TYPES = ['NodePort', 'ClusterIP'];

export const invalidKubernetesPortType = cartridgeRule({
  id: 'invalid-kubernetes-port-type',
  dialects: ['4.1'],
  severity: 'error',
  summary: '`kubernetesPortType` is `NodePort` or `ClusterIP`.',
  why: 'The cartridge is refused: "KubernetesPortType is invalid".',
  source: 'StratosApiV41Utils.java:160 (Stratos 4.1.4)',
  check({ root }, say) {
    for (const { value, path } of listItems(root, 'portMapping')) {
      const type = isObject(value) ? known(textAt(value, 'kubernetesPortType', path)) : undefined;
      if (!type || TYPES.includes(type.text)) continue;
      say({
        at: { path: type.path },
        message: `kubernetesPortType "${type.text}" is refused; it is one of ${TYPES.join(' and ')}`,
        fixes: () =>
          TYPES.map(word => ({ title: `Set kubernetesPortType to "${word}"`, edits: [{ op: 'set', path: type.path, value: word }] })),
      });
    }
  },
});
