import type { CartridgeFacts } from '../model/cartridge';
import { asTheAgentReads } from '../model/property';
import { known, type Text } from '../model/text';
import { API_MANAGER_TYPES, keptNote, SERVICE_GROUP } from '../vocabulary/payloadParameters';
import { linkTo } from '../links/related';
import type { Neighbour } from '../links/lookup';
import { derivedFrom, distinct, setInOther, setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

/** An agent compares its own value, cut, with the partner's as it stands in the topology, uncut: either may miss the other. */
function groupsDiffer(a: CartridgeFacts, b: CartridgeFacts): boolean {
  const [ours, theirs] = [knownToAgent(a.serviceGroupParameter), knownToAgent(b.serviceGroupParameter)];
  if (!ours || !theirs) return false;
  // Blanks around a value are said where they stand.
  if (ours.text.trim() === theirs.text.trim() && ours.text !== theirs.text) return false;
  return ours.text !== b.serviceGroupParameter!.text || theirs.text !== a.serviceGroupParameter!.text;
}

const isWhole = ({ facts: { serviceGroupParameter: value } }: Neighbour): boolean =>
  value !== undefined && asTheAgentReads(value).text === value.text;

const knownToAgent = (value: Text | undefined): Text | undefined => value && known(asTheAgentReads(value));

export const serviceGroupParameterMismatch = cartridgeRule({
  id: 'service-group-parameter-mismatch',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `A worker and its manager have the same payload parameter \`${SERVICE_GROUP}\`, letter by letter.`,
  why:
    'When a member starts or stops, the agents of the partner refresh their lists only if the two values are equal. With different ones the cluster ' +
    'forms once and forgets every respawned member. The platform keeps the value it saw when the cartridge was first deployed: ' +
    'undeploying and deploying again does not change it.',
  source: 'ExtensionUtils.java:138-196, CartridgeAgentConfiguration.java:269-281, TopologyBuilder.java:62 (Private PaaS 4.0.0)',
  check({ facts }, say, related) {
    const others = related.partnersWhere(groupsDiffer);
    if (others.length === 0) return;
    const own = facts.serviceGroupParameter!;
    const [other] = others;
    say({
      at: { path: own.path },
      message:
        `${SERVICE_GROUP} is "${own.text}" here and "${other!.facts.serviceGroupParameter!.text}" in ${related.nameOf(other!)}, ` +
        'so neither side takes up respawned members of the other; give both the same value, without "," and "="' +
        keptNote(SERVICE_GROUP),
      related: others.map(end => linkTo(end, end.facts.serviceGroupParameter, `${SERVICE_GROUP} of "${end.facts.type?.text}"`)),
      // An API Manager gateway that left its group by this slip is not asked for what only others need.
      explains: [
        'service-group-disagreement',
        `payload-value-separator:${SERVICE_GROUP}`,
        ...(API_MANAGER_TYPES.includes(facts.type?.text ?? '') ? ['missing-worker-host-name'] : []),
      ],
      // A value that is cut agrees with no other: there both ends have to change.
      fixes: () => [
        ...distinct(others.filter(isWhole).map(end => derivedFrom(related, end, SERVICE_GROUP, end.facts.serviceGroupParameter))).map(
          derived => setTo(SERVICE_GROUP, own, derived),
        ),
        ...(asTheAgentReads(own).text === own.text ? others : []).map(end =>
          setInOther(related, end, SERVICE_GROUP, end.facts.serviceGroupParameter!, { value: own.text, from: 'as in this file' }),
        ),
      ],
    });
  },
});
