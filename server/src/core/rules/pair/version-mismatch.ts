import { mustAgree } from '../../links/comparison';
import { andMore, linksTo } from '../../links/crossFileContext';
import { literal } from '../../model/scalar';
import { cartridgeRule } from '../engine/rule';

const sameVersion = mustAgree(({ version }) => literal(version)?.text);

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
    if (others.count === 0) return;
    const [other] = others.first;
    report({
      at: { path: facts.version!.path },
      message: `version is "${facts.version!.text}" here and "${other!.facts.version!.text}" in ${context.nameOf(other!)}${andMore(others)}; it is only displayed, but mostly a slip`,
      related: linksTo(
        others.first,
        facts => facts.version,
        facts => `version of "${facts.type?.text}"`,
      ),
    });
  },
});
