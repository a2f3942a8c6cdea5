import type { CrossFileContext } from '../../links/crossFileContext';
import { partsOf, type Part } from '../../model/composition';
import { ownNameOf } from '../../model/facts';
import { anyKey } from '../../model/keys';
import { literal } from '../../model/scalar';
import { letterDistance } from '../../vocabulary/letterDistance';
import { callIt, levelsIn, namesPolicy, type Level } from '../support/deploymentPolicies';
import { editHere, ruleOn, type Fix, type ReportFn } from '../engine/rule';

const FIELD = 'deploymentPolicy';

export const missingDeploymentPolicy = ruleOn(['application'], {
  id: 'missing-deployment-policy',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'error',
  summary: 'A cartridge of an application has no deployment policy, neither of its own nor of a group around it.',
  requires: 'Each cartridge of an application has a deployment policy, of its own or of a group around it.',
  why: 'The server refuses the application: "Deployment policy is not defined for cartridge".',
  source: 'StratosApiV41Utils.java:1634 (Stratos 4.1.4)',
  check({ root }, report, context) {
    const [components] = partsOf(root);
    if (!components) return;
    for (const level of levelsIn(components.part, components.path)) {
      if (level.kind === 'cartridge' && ![level, ...level.groups, components, { part: root }].some(mayName)) {
        reportMissing(level, report, context);
      }
    }
  },
});

/** A name that is misspelled is `unknown-field`. Neither `components` nor the application is a level of the server, but somebody took it for one. */
const mayName = ({ part }: Pick<Part, 'part'>): boolean =>
  namesPolicy({ part, path: [] }) ||
  Object.keys(part).some(key => key !== FIELD && letterDistance(key.toLowerCase(), FIELD.toLowerCase(), 2) <= 2);

function reportMissing(level: Level, report: ReportFn, context: CrossFileContext): void {
  report({
    at: level.alias ? { path: level.alias.path } : { path: level.path, on: 'key' },
    subject: level.alias?.text ?? 'deploymentPolicy',
    message: `deploymentPolicy is missing for ${callIt(level)}. The server refuses the application. Add it to the cartridge or to a group around it.`,
    fixes: () => insertOnly(level, context),
  });
}

/** Where there is one policy to choose. */
function insertOnly({ part, path }: Level, context: CrossFileContext): Fix[] {
  const policies = context.find(anyKey('deployment policy'));
  const [only] = policies;
  const id = only && policies.length === 1 ? literal(ownNameOf(only.facts)) : undefined;
  if (!only || !id) return [];
  return [
    {
      title: `Insert ${FIELD} ${JSON.stringify(id.text)} (id in ${context.nameOf(only)})`,
      change: editHere([{ op: 'insert', object: path, key: FIELD, value: id.text }]),
      preferred: true,
      applicability: Object.hasOwn(part, FIELD) ? 'suggested' : 'safe',
    },
  ];
}
