import { danglingReferences } from './danglingReference';
import { ruleOn } from './rule';

export const unknownCartridgeGroup = ruleOn(['application'], {
  id: 'unknown-cartridge-group',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'The cartridge groups that an application names exist.',
  why: 'The application is refused.',
  source: 'StratosApiV41Utils.java (Stratos 4.1)',
  check: (artifact, say, related) =>
    danglingReferences(artifact, say, related, 'cartridge group', 'the application is refused. Name one that exists'),
});
