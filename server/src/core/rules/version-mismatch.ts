import { differ } from '../model/text';
import { linkTo } from '../links/related';
import { cartridgeRule } from './rule';

export const versionMismatch = cartridgeRule({
  id: 'version-mismatch',
  dialects: ['4.0'],
  severity: 'hint',
  summary: 'A worker and its manager have the same `version`.',
  why: 'The version is only displayed, so nothing breaks; but two different ones are mostly a slip.',
  source: 'CartridgeDefinitionBean.java:29-59 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const others = related.partnersWhere((a, b) => differ(a.version, b.version));
    if (others.length === 0) return;
    const [other] = others;
    say({
      at: { path: facts.version!.path },
      message: `version is "${facts.version!.text}" here and "${other!.facts.version!.text}" in ${related.nameOf(other!)}; it is only displayed, but mostly a slip`,
      related: others.map(end => linkTo(end, end.facts.version, `version of "${end.facts.type?.text}"`)),
    });
  },
});
