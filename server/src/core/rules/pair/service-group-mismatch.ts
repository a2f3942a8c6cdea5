import { mustAgree } from '../../links/comparison';
import { andMore, linksTo } from '../../links/crossFileContext';
import { literal } from '../../model/scalar';
import { derivedFrom, distinct, setInEach, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';
import type { CartridgeFacts } from '../../model/facts';

const groupOf = ({ serviceGroup }: CartridgeFacts): string | undefined => literal(serviceGroup)?.text;

const sameGroup = mustAgree(groupOf);

export const serviceGroupMismatch = cartridgeRule({
  id: 'service-group-mismatch',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A worker and its manager have different `serviceGroup` values.',
  requires: 'A worker and its manager have the same `serviceGroup`.',
  why: 'The console groups cartridges by this value alone. With two different values, it treats worker and manager as separate services.',
  source:
    'console/controllers/cartridgeSubscribeSubmit.jag:77-125, console/themes/theme1/renderers/cartridges.js:31-50 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const several = context.partnersWhere(sameGroup);
    const others = several.first;
    const [other] = others;
    const own = facts.serviceGroup;
    if (!own || !other) return;
    report({
      at: { path: ['serviceGroup'] },
      message:
        `serviceGroup is "${own.text}" here and "${groupOf(other.facts)}" in ${context.nameOf(other)}${andMore(several)}. ` +
        'The console does not treat the two as one service. Use the same group in both.',
      related: linksTo(
        others,
        facts => facts.serviceGroup,
        facts => `serviceGroup of "${facts.type?.text}"`,
      ),
      explains: ['service-group-disagreement'],
      fixes: () => [
        ...distinct(others.map(end => derivedFrom(context, end, 'serviceGroup', end.facts.serviceGroup))).map(derived =>
          setTo('serviceGroup', own, derived),
        ),
        ...setInEach(context, others, 'serviceGroup', ({ serviceGroup }) => serviceGroup, { value: own.text, from: 'as in this file' }),
      ],
    });
  },
});
