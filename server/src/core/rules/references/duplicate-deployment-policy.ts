import { partsOf } from '../../model/composition';
import { textAt } from '../../model/scalar';
import { callIt, levelsIn, namesPolicy, type Level } from '../support/deploymentPolicies';
import { editHere, ruleOn, type Fix, type ReportFn } from '../engine/rule';

export const duplicateDeploymentPolicy = ruleOn(['application'], {
  id: 'duplicate-deployment-policy',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'An application names a deployment policy both for a group and for a cartridge or a group in it.',
  requires: 'An application names a deployment policy either for a group, or for the cartridges and groups in it.',
  why: 'The server refuses the application: "Group deployment policy already exists", or "Parent group has a deployment policy".',
  source: 'StratosApiV41Utils.java:1626, 1669 (Stratos 4.1.4)',
  check({ root }, report) {
    const [components] = partsOf(root);
    if (!components) return;
    const levels = levelsIn(components.part, components.path);
    for (const level of levels) {
      const outer = namesPolicy(level) ? level.groups.find(namesPolicy) : undefined;
      if (outer) reportBoth(level, outer, levels, report);
    }
  },
});

function reportBoth(level: Level, outer: Level, levels: readonly Level[], report: ReportFn): void {
  report({
    at: { path: [...level.path, 'deploymentPolicy'] },
    subject: level.alias?.text ?? '',
    message: `deploymentPolicy is set for ${callIt(level)} and for ${callIt(outer)} around it. The server refuses the application. Delete one of the two.`,
    related: [{ place: { path: [...outer.path, 'deploymentPolicy'] }, message: `deployment policy of ${callIt(outer)}` }],
    fixes: () => [{ ...deletePolicy(level), preferred: true }, ...(isNeeded(outer, levels) ? [] : [deletePolicy(outer)])],
  });
}

/** Whether a cartridge has no policy but that of a group. */
const isNeeded = (group: Level, levels: readonly Level[]): boolean =>
  levels.some(
    one =>
      one.kind === 'cartridge' && one.groups.includes(group) && ![one, ...one.groups].some(other => other !== group && namesPolicy(other)),
  );

function deletePolicy(level: Level): Fix {
  const policy = textAt(level.part, 'deploymentPolicy')?.text;
  return {
    title: `Delete deploymentPolicy${policy === undefined ? '' : ` ${JSON.stringify(policy)}`} of ${callIt(level)}`,
    change: editHere([{ op: 'remove', path: [...level.path, 'deploymentPolicy'] }]),
  };
}
