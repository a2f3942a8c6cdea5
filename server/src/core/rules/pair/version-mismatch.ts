import { mustAgree } from '../../links/comparison';
import { andMore, linksTo } from '../../links/crossFileContext';
import { literal } from '../../model/scalar';
import { cartridgeRule } from '../engine/rule';
import type { CartridgeFacts } from '../../model/facts';

const versionOf = ({ version }: CartridgeFacts): string | undefined => literal(version)?.text;

const sameVersion = mustAgree(versionOf);

export const versionMismatch = cartridgeRule({
  id: 'version-mismatch',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'hint',
  summary: 'A worker and its manager have different versions.',
  requires: 'A worker and its manager have the same `version`.',
  why: 'The platform only displays the version, but different versions in a pair are usually a mistake.',
  source: 'CartridgeDefinitionBean.java:29-59 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const others = context.partnersWhere(sameVersion);
    const [other] = others.first;
    const own = facts.version;
    if (!own || !other) return;
    report({
      at: { path: own.path },
      message: `version is "${own.text}" here and "${versionOf(other.facts)}" in ${context.nameOf(other)}${andMore(others)}. The platform only displays it. Use the same version in both, unless the difference is intended.`,
      related: linksTo(
        others.first,
        facts => facts.version,
        facts => `version of "${facts.type?.text}"`,
      ),
    });
  },
});
