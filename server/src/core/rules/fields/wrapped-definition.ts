import { isObject, member } from '../../json/types';
import { isWrapped } from '../support/fieldWalk';
import { cartridgeRule, editHere } from '../engine/rule';

const WRAPPER = 'cartridgeDefinitionBean';

export const wrappedDefinition = cartridgeRule({
  id: 'wrapped-definition',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A definition is not wrapped in another object.',
  why: 'The server wraps the body itself. Of one that is wrapped already it reads an empty definition, and refuses it or fails.',
  source: 'cxf-servlet.xml:59-60 (supportUnwrapped); such files stand in the templates of Stratos 4.0.0-incubating',
  check({ root }, report) {
    if (!isWrapped(root)) return;
    report({
      at: { path: [WRAPPER], on: 'key' },
      message: `The definition is wrapped in ${WRAPPER}, so the server reads an empty one; take the wrapper away`,
      explains: ['missing-category'],
      fixes: () =>
        isObject(member(root, WRAPPER))
          ? [{ title: 'Unwrap the definition', change: editHere([{ op: 'hoist', path: [WRAPPER], to: [] }]), preferred: true }]
          : [],
    });
  },
});
