import type { CrossFileContext } from '../../links/crossFileContext';
import { MOST } from '../../links/several';
import { anyKey } from '../../model/keys';
import { referencesTo } from '../../model/occurrences';
import type { LocatedString } from '../../model/scalar';
import { slipDistance } from '../../vocabulary/letterDistance';
import { editHere, ruleOn, type Fix, type ReportFn } from '../engine/rule';

export const unknownAlias = ruleOn(['domain mapping', 'sign-up'], {
  id: 'unknown-alias',
  scope: 'workspace',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'No cartridge of an application has the alias in a domain mapping or a sign-up.',
  requires: 'An alias in a domain mapping or a sign-up is that of a cartridge of the application.',
  why:
    'The server refuses a domain mapping: "Cluster data not found for cartridge alias". No cartridge gets the artifacts of a sign-up. ' +
    'No file names the application, therefore an alias of any application is valid.',
  source: 'StratosApiV41Utils.findClusterDataHolder, ArtifactRepositoryBean.java (Stratos 4.1)',
  check(artifact, report, context) {
    for (const { name, key } of referencesTo(artifact, 'alias')) {
      if (key !== undefined && context.isUnknownAlias(key)) reportUnknown(name, artifact.kind, report, context);
    }
  },
});

function reportUnknown(name: LocatedString, kind: string, report: ReportFn, context: CrossFileContext): void {
  const consequence = kind === 'sign-up' ? 'No cartridge gets its artifacts.' : 'The server refuses the domain mapping.';
  report({
    at: { path: name.path },
    subject: name.text,
    message: `"${name.text}" is unknown: no cartridge of an application in this workspace folder has this alias. ${consequence} Use an existing alias.`,
    fixes: () => nearestAlias(name, context),
  });
}

/** Of the aliases in the nearest applications the one that may be meant. */
function nearestAlias(written: LocatedString, context: CrossFileContext): Fix[] {
  const near = context
    .find(anyKey('application'))
    .slice(0, MOST)
    .flatMap(application =>
      application.facts.aliases.map(({ text }) => ({
        text,
        application,
        letters: slipDistance(text, written.text, Math.max(2, text.length / 2)),
      })),
    )
    .filter(({ letters }) => letters < Infinity)
    .sort((a, b) => a.letters - b.letters);
  return near.slice(0, 1).map(({ text, application }) => ({
    title: `Replace ${JSON.stringify(written.text)} with ${JSON.stringify(text)} (alias in ${context.nameOf(application)})`,
    change: editHere([{ op: 'set', path: written.path, value: text }]),
    preferred: true,
  }));
}
