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
  summary: 'A worker and its manager have the same `version`.',
  why: 'The version is only displayed, so nothing breaks; but two different ones are mostly a slip.',
  source: 'CartridgeDefinitionBean.java:29-59 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const others = context.partnersWhere(sameVersion);
    const [other] = others.first;
    const own = facts.version;
    if (!own || !other) return;
    report({
      at: { path: own.path },
      message: `version is "${own.text}" here and "${versionOf(other.facts)}" in ${context.nameOf(other)}${andMore(others)}; it is only displayed, but mostly a slip`,
      related: linksTo(
        others.first,
        facts => facts.version,
        facts => `version of "${facts.type?.text}"`,
      ),
    });
  },
});
