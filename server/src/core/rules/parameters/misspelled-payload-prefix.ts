import { distance } from 'fastest-levenshtein';
import { KNOWN_PARAMETERS, meantBy, PAYLOAD_PREFIX, PRIMARY } from '../../vocabulary/payloadParameters';
import { respelled } from '../support/respelled';
import { cartridgeRule } from '../engine/rule';

/** The prefix shortened, in the plural, with another separator or with blanks. */
const LIKE_THE_PREFIX = /^\s*payload[\s_.-]?param(?:eter)?s?\s*[._-]\s*(?=\S)/i;

/** Such a prefix without its dot: only before a name that is known, for then there is no doubt. */
const WITHOUT_DOT = /^\s*payload[\s_.-]?param(?:eter)?s?\s*$/i;

/** From so many letters on a prefix is another word. */
const MOST_LETTERS = 2;

/** What stands behind something like the prefix that is not the prefix. */
function parameterBehind(name: string): string | undefined {
  if (name.startsWith(PAYLOAD_PREFIX) && !/^\s/.test(name.slice(PAYLOAD_PREFIX.length))) return undefined;
  const like = LIKE_THE_PREFIX.exec(name);
  if (like) return name.slice(like[0].length);
  const known = KNOWN_PARAMETERS.find(parameter => name.endsWith(parameter) && WITHOUT_DOT.test(name.slice(0, -parameter.length)));
  return known ?? behindASlip(name.trim());
}

/** What stands behind a prefix that is a slip away, in any case of its letters. */
function behindASlip(name: string): string | undefined {
  const splits: Split[] = [];
  for (let length = PAYLOAD_PREFIX.length - MOST_LETTERS; length <= PAYLOAD_PREFIX.length + MOST_LETTERS; length++) {
    if (length > name.length) break;
    const prefix = name.slice(0, length);
    const letters = distance(prefix.toLowerCase(), PAYLOAD_PREFIX);
    if (letters <= MOST_LETTERS) splits.push({ prefix, parameter: name.slice(length).trim(), letters });
  }
  // Where the whole name is as near as any part of it, nothing stands behind.
  return splits.sort(likelierFirst)[0]?.parameter || undefined;
}

interface Split {
  readonly prefix: string;
  readonly parameter: string;
  readonly letters: number;
}

const likelierFirst = (a: Split, b: Split): number =>
  a.letters - b.letters ||
  SIGNS.map(sign => Number(sign(b)) - Number(sign(a))).find(order => order !== 0) ||
  b.parameter.length - a.parameter.length;

const SIGNS: readonly ((split: Split) => boolean)[] = [
  ({ parameter }) => parameter === '',
  ({ parameter }) => KNOWN_PARAMETERS.includes(parameter),
  ({ prefix }) => /[^a-z\d]$/i.test(prefix),
  ({ parameter }) => /^[A-Z]/.test(parameter),
];

export const misspelledPayloadPrefix = cartridgeRule({
  id: 'misspelled-payload-prefix',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: `The prefix of a payload parameter is not exactly \`${PAYLOAD_PREFIX}\`.`,
  requires: 'The prefix of a payload parameter is exactly `payload_parameter.`.',
  why: 'The service manager compares the beginning of the name exactly; case matters. A property with any other prefix does not reach the instance.',
  source: 'CartridgeMgtBehaviour.java:92-108, CartridgeConstants.java:65 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    for (const property of cartridge.properties.needsChecking) {
      const parameter = parameterBehind(property.name.text);
      if (parameter === undefined) continue;
      const meant = meantBy(parameter.trim());
      const reason =
        meant === PRIMARY
          ? `is ignored: the platform reads ${PRIMARY} without a prefix.`
          : `does not begin with exactly "${PAYLOAD_PREFIX}": the instance does not get it.`;
      report(respelled(cartridge, property, meant, `"${property.name.text}" ${reason}`));
    }
  },
});
