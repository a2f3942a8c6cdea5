import type { Comparison } from '../../links/comparison';
import { asTheAgentReads } from '../../model/property';
import { literal, type LocatedString } from '../../model/scalar';
import { API_MANAGER_TYPES, keptNote, SERVICE_GROUP } from '../../vocabulary/payloadParameters';
import { andMore, linksTo } from '../../links/crossFileContext';
import type { LinkedFile } from '../../links/linkedFile';
import { derivedFrom, distinct, setInEach, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';
import type { CartridgeFacts } from '../../model/facts';

const parameterOf = ({ serviceGroupParameter }: CartridgeFacts): LocatedString | undefined => serviceGroupParameter;

/**
 * An agent compares its own value, cut, with the partner's as it stands in the topology, uncut: either may miss the other. So a value
 * that is cut agrees with none, not even with the same one; the comma stands for what was cut off.
 */
const sameGroup: Comparison = {
  value: ({ serviceGroupParameter: value }) => {
    const ours = knownToAgent(value);
    return ours && (ours.text === value?.text ? ours.text : `${ours.text},`);
  },
  // White space around a value is reported by a rule of its own.
  near: value => uncut(value).trim(),
  violates: (a, b) => uncut(a).trim() !== uncut(b).trim() || (uncut(a) === uncut(b) && (isCut(a) || isCut(b))),
  isViolatedByOthers: true,
};

const isCut = (value: string): boolean => value.endsWith(',');
const uncut = (value: string): string => (isCut(value) ? value.slice(0, -1) : value);

const isUncut = (value: LocatedString): boolean => asTheAgentReads(value).text === value.text;

const isWhole = ({ facts: { serviceGroupParameter: value } }: LinkedFile): boolean => value !== undefined && isUncut(value);

/** `elsewhere`: where the other value is. */
const differenceOf = (own: LocatedString, theirs: LocatedString, elsewhere: string): string =>
  own.text === theirs.text
    ? `"${own.text}" here and in ${elsewhere}, but each agent reads only "${asTheAgentReads(own).text}" as its own value`
    : `"${own.text}" here and "${theirs.text}" in ${elsewhere}`;

const knownToAgent = (value: LocatedString | undefined): LocatedString | undefined => value && literal(asTheAgentReads(value));

export const serviceGroupParameterMismatch = cartridgeRule({
  id: 'service-group-parameter-mismatch',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `A worker and its manager have different values of the payload parameter \`${SERVICE_GROUP}\`; case matters.`,
  requires: `A worker and its manager have the same value of the payload parameter \`${SERVICE_GROUP}\`, in the same case.`,
  why:
    'When a member starts or stops, the agents of the partner refresh their lists only if the two values are equal. With different values, the cluster ' +
    'forms once and ignores every member that replaces another. The platform keeps the value from the first deployment of the cartridge; ' +
    'undeploying it and deploying it again does not change it.',
  source: 'ExtensionUtils.java:138-196, CartridgeAgentConfiguration.java:269-281, TopologyBuilder.java:62 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const several = context.partnersWhere(sameGroup);
    const others = several.first;
    const own = facts.serviceGroupParameter;
    const [other] = others;
    const theirs = other?.facts.serviceGroupParameter;
    if (!own || !theirs) return;
    report({
      at: { path: own.path },
      message:
        `${SERVICE_GROUP} is ${differenceOf(own, theirs, context.nameOf(other) + andMore(several))}. ` +
        `The agents ignore members of the other side that start later. Use the same value in both${[own, theirs].every(isUncut) ? '' : ', without "," and "="'}.` +
        keptNote(SERVICE_GROUP),
      related: linksTo(others, parameterOf, facts => `${SERVICE_GROUP} of "${facts.type?.text}"`),
      // An API Manager gateway that is out of its group by this mistake does not need what only others need.
      explains: [
        'service-group-disagreement',
        `payload-value-separator:${SERVICE_GROUP}`,
        ...(API_MANAGER_TYPES.includes(facts.type?.text ?? '') ? ['missing-worker-host-name'] : []),
      ],
      // A value that is cut agrees with no other: there both ends have to change.
      fixes: () => [
        ...distinct(others.filter(isWhole).map(end => derivedFrom(context, end, SERVICE_GROUP, end.facts.serviceGroupParameter))).map(
          derived => setTo(SERVICE_GROUP, own, derived),
        ),
        ...setInEach(context, isUncut(own) ? others : [], SERVICE_GROUP, parameterOf, {
          value: own.text,
          from: 'as in this file',
        }),
      ],
    });
  },
});
