import { childrenOf } from '../../model/application';
import type { Children } from '../../model/facts';
import type { LocatedString } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { dependenciesOf, hasPrefix, namedIn, namesIn, withPrefix } from '../support/dependencies';
import { ruleOn, type ReportFn } from '../engine/rule';

export const invalidScalingDependents = ruleOn(['cartridge group', 'application'], {
  id: 'invalid-scaling-dependents',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'An entry of `scalingDependents` does not name a cartridge or a group as `cartridge.…` or `group.…`.',
  requires: 'An entry of `scalingDependents` names cartridges or groups, as `cartridge.…` or `group.…`.',
  why: 'The server refuses the group, or the application.',
  source: 'AutoscalerUtil.validateScalingDependencies, ParserUtils.convertScalingDependentList (Stratos 4.1.4)',
  check(artifact, report) {
    for (const { part, dependencies } of dependenciesOf(artifact)) {
      for (const name of namesIn(dependencies, 'scalingDependents')) {
        if (!isPlaceholder(name.text) && !namedIn(name.text).every(hasPrefix)) reportPrefix(name, artifact.kind, childrenOf(part), report);
      }
    }
  },
});

function reportPrefix(name: LocatedString, kind: string, children: Children, report: ReportFn): void {
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" is not valid in scalingDependents. The server refuses the ${kind}. Write "cartridge." or "group." before each alias.`,
    fixes: () => (name.text === '' || name.text.includes(',') ? [] : withPrefix(name, children)),
  });
}
