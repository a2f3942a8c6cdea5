import { danglingReferences } from '../support/danglingReference';
import { ruleOn } from '../engine/rule';

export const unknownCartridgeGroup = ruleOn(['application'], {
  id: 'unknown-cartridge-group',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'No cartridge group has the name that an application uses.',
  requires: 'A cartridge group that an application uses by its name is in the workspace folder.',
  why: 'The server refuses the application.',
  source: 'StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, report, context) =>
    danglingReferences(
      artifact,
      report,
      context,
      'cartridge group',
      'Without it, the server refuses this application. Use an existing group.',
    ),
});
