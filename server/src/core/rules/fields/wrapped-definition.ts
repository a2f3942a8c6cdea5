import { isObject, member } from '../../json/types';
import { wrapperOf } from '../../model/wrapper';
import { ruleOnAll, editHere } from '../engine/rule';

export const wrappedDefinition = ruleOnAll({
  id: 'wrapped-definition',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A definition is wrapped in another object.',
  requires: 'A definition is the outermost object of its file.',
  why: 'The server wraps the body itself. If a definition is already wrapped, the server reads an empty one, and refuses it or fails: "Partition id can not be empty".',
  source:
    'cxf-servlet.xml:59-60 (supportUnwrapped), Partition.java:27, AutoscalePolicy.java:24, DeploymentPolicy.java:29, CartridgeInfoBean.java:25 (Private PaaS 4.0.0); such files stand in the templates of Stratos 4.0.0-incubating',
  check(artifact, report) {
    const wrapper = wrapperOf(artifact);
    if (wrapper === undefined) return;
    report({
      at: { path: [wrapper], on: 'key' },
      message: `${wrapper} wraps the definition. The server reads an empty definition, and refuses it. Remove the wrapper.`,
      explains: ['missing-category'],
      fixes: () =>
        isObject(member(artifact.root, wrapper))
          ? [
              {
                title: `Remove the wrapper ${JSON.stringify(wrapper)}`,
                change: editHere([{ op: 'hoist', path: [wrapper], to: [] }]),
                preferred: true,
              },
            ]
          : [],
    });
  },
});
