import { member } from '../../json/types';
import { textAt, type LocatedString } from '../../model/scalar';
import { slipDistance } from '../../vocabulary/letterDistance';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { dependenciesOf } from '../support/dependencies';
import { editHere, ruleOn, type Fix } from '../engine/rule';

/** DefaultApplicationParser.java:85-96 (Stratos 4.1.4). */
const BEHAVIOURS = ['terminate-none', 'terminate-dependents', 'terminate-all'] as const;

export const invalidTerminationBehaviour = ruleOn(['cartridge group', 'application'], {
  id: 'invalid-termination-behaviour',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'error',
  summary: '`terminationBehaviour` is none of `terminate-none`, `terminate-dependents` and `terminate-all`.',
  requires: '`terminationBehaviour` is `terminate-none`, `terminate-dependents` or `terminate-all`.',
  why: 'The server refuses the application: "Invalid termination behaviour found".',
  source: 'DefaultApplicationParser.java:85-96 (Stratos 4.1.4)',
  check(artifact, report) {
    for (const { dependencies } of dependenciesOf(artifact)) {
      const { part, path } = dependencies;
      const written = textAt(part, 'terminationBehaviour', path);
      if (!written || member(part, 'terminationBehaviour') === null || isBehaviour(written.text) || isPlaceholder(written.text)) continue;
      report({
        at: { path: written.path },
        message: `terminationBehaviour "${written.text}" is not valid. The server refuses the application. Write "terminate-none", "terminate-dependents" or "terminate-all".`,
        fixes: () => fixesFor(written),
      });
    }
  },
});

const isBehaviour = (text: string): boolean => (BEHAVIOURS as readonly string[]).includes(text);

/** The word that was meant: in another case or spelling, or with the `kill-` of the milestones; else any of them. */
function fixesFor(written: LocatedString): Fix[] {
  const word = written.text.trim().toLowerCase();
  const near = BEHAVIOURS.map(value => ({ value, letters: slipDistance(value, word, 2) }))
    .filter(({ letters }) => letters < Infinity)
    .sort((a, b) => a.letters - b.letters)[0];
  const renamed = BEHAVIOURS.find(value => word === value.replace('terminate-', 'kill-'));
  const one = near?.value ?? renamed;
  return (one === undefined ? BEHAVIOURS : [one]).map(value => ({
    title: `Set terminationBehaviour to "${value}"`,
    change: editHere([{ op: 'set', path: written.path, value }]),
    preferred: one !== undefined,
    applicability: near ? 'safe' : 'suggested',
  }));
}
