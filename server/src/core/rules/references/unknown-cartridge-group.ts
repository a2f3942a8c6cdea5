import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownCartridgeGroup = ruleOn(['application'], {
  id: 'unknown-cartridge-group',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'The cartridge groups that an application names exist.',
  why: 'The application is refused.',
  source: 'StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(artifact, report, context, 'cartridge group', 'the application is refused. Name one that exists'),
});
