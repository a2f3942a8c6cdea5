import { KNOWN_PARAMETERS, meantBy, PAYLOAD_PREFIX } from '../vocabulary/payloadParameters';
import { respelled } from './respelled';
import { cartridgeRule } from './rule';

/** The prefix in another case, in the plural, with another separator or with blanks. */
const LIKE_THE_PREFIX = /^\s*payload[\s_.-]?param(?:eter)?s?\s*[._-]\s*(?=\S)/i;

/** The prefix without its dot: only before a name that is known, for then there is no doubt. */
const WITHOUT_DOT = /^\s*payload[\s_.-]?param(?:eter)?s?\s*$/i;

/** What stands behind something like the prefix that is not the prefix. */
function parameterBehind(name: string): string | undefined {
  if (name.startsWith(PAYLOAD_PREFIX) && !/^\s/.test(name.slice(PAYLOAD_PREFIX.length))) return undefined;
  const like = LIKE_THE_PREFIX.exec(name);
  if (like) return name.slice(like[0].length);
  return KNOWN_PARAMETERS.find(parameter => name.endsWith(parameter) && WITHOUT_DOT.test(name.slice(0, -parameter.length)));
}

export const misspelledPayloadPrefix = cartridgeRule({
  id: 'misspelled-payload-prefix',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `The prefix of a payload parameter is exactly \`${PAYLOAD_PREFIX}\`.`,
  why: 'The service manager compares the beginning of the name letter by letter, with case. Anything else is an ordinary property, and the agent never sees it.',
  source: 'CartridgeMgtBehaviour.java:92-108, CartridgeConstants.java:65 (Private PaaS 4.0.0)',
  check(cartridge, say) {
    for (const property of cartridge.properties.doubtful) {
      const parameter = parameterBehind(property.name.text);
      if (parameter === undefined) continue;
      say(
        respelled(
          cartridge,
          property,
          meantBy(parameter.trim()),
          `"${property.name.text}" does not begin with exactly ${PAYLOAD_PREFIX} and is not handed to the instance`,
        ),
      );
    }
  },
});
