import { nameOfCharacter } from '../../json/characters';
import { isAcceptedByJettison } from '../../json/jettison';
import { DEPTH_LIMIT } from '../../json/parse';
import { straightened } from '../../json/quotes';
import { table } from '../../vocabulary/table';
import { editHere, type Fix, type TextRule } from '../engine/rule';

/** What the codes of the JSON parser mean to a person. */
const IN_WORDS = table({
  InvalidSymbol: 'this is not a JSON value',
  InvalidNumberFormat: 'this is not a number',
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a ":" is missing before this',
  CommaExpected: 'a "," is missing before this',
  CloseBraceExpected: 'a "}" is missing',
  CloseBracketExpected: 'a "]" is missing',
  EndOfFileExpected: 'there is more text after the end of the definition',
  UnexpectedEndOfString: 'a string is not closed on its line',
  UnexpectedEndOfComment: 'a comment is not closed',
  InvalidUnicode: 'this is not a Unicode escape',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidCharacter: 'a control character is not escaped',
});

/** What to do about some of them. */
const ADVICE = table({
  PropertyNameExpected: 'Insert a key',
  ValueExpected: 'Insert a value',
  ColonExpected: 'Insert it',
  CommaExpected: 'Insert it',
  CloseBraceExpected: 'Insert it',
  CloseBracketExpected: 'Insert it',
  EndOfFileExpected: 'Delete it',
  UnexpectedEndOfString: 'Insert the closing quote',
  UnexpectedEndOfComment: 'Insert "*/"',
  InvalidCharacter: 'Write an escape such as "\\n"',
});

const CONSEQUENCE = 'The server refuses the file, and nothing else in it is checked.';

/** What word processors and wikis have put in the place of quotes and spaces. */
export const straighten: Fix = {
  title: 'Replace curly quotes and invisible characters',
  change: editHere([{ op: 'straightenQuotes' }]),
  preferred: true,
};

export const syntaxError: TextRule = {
  id: 'syntax-error',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A definition is not valid JSON.',
  requires: 'A definition is JSON that the server accepts, and is not nested too deeply.',
  why:
    'The server answers with "500 Internal server error". A file that cannot be parsed is recognised by what can be read of it. ' +
    'Nothing else in it is checked. References to what may be in it are not reported.',
  source: 'GenericExceptionMapper, CustomThrowableExceptionMapper of the REST endpoint (Private PaaS 4.0.0)',
  isAboutSyntax: true,
  check({ text, reading, looksLike }, report) {
    if (!looksLike) return;
    if (reading.state === 'too-deep') {
      report({
        at: { offset: 0, length: 0 },
        message: `The definition nests deeper than ${DEPTH_LIMIT} levels. ${CONSEQUENCE} Remove the surplus levels.`,
      });
    }
    if (reading.state !== 'syntax-error' || looksLike === 'any') return;
    const { offset, length, code } = reading.problem;
    const [first] = straightened(text);
    // What the parser stumbles over is the character, or what it has made of it.
    if (first && first.offset <= offset + length) {
      const name = nameOfCharacter(text.charAt(first.offset));
      report({
        at: { offset: first.offset, length: first.length },
        message: `The ${name} is not valid here in JSON. ${CONSEQUENCE} Replace it${first.text === '"' ? ' with a straight quote' : ''}.`,
        fixes: () => [straighten],
      });
    } else if (!isAcceptedByJettison(text)) {
      const advice = ADVICE.get(code);
      report({
        at: { offset, length },
        message: `Not valid JSON: ${IN_WORDS.get(code) ?? 'this is not JSON'}. ${CONSEQUENCE}${advice === undefined ? '' : ` ${advice}.`}`,
      });
    }
  },
};
