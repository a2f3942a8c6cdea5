import { isAcceptedByJettison } from '../../json/jettison';
import { DEPTH_LIMIT } from '../../json/parse';
import { table } from '../../vocabulary/table';
import { looksLikeDefinition } from '../../vocabulary/detection';
import type { TextRule } from '../engine/rule';

/** What the codes of the JSON parser mean to a person. */
const IN_WORDS = table({
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a ":" is missing before this',
  CommaExpected: 'a "," is missing before this',
  CloseBraceExpected: 'a "}" is missing',
  CloseBracketExpected: 'a "]" is missing',
  EndOfFileExpected: 'there is more text behind the end of the definition',
  UnexpectedEndOfString: 'a string is not closed on its line',
  UnexpectedEndOfComment: 'a comment is not closed',
  InvalidUnicode: 'this is no Unicode escape',
  InvalidEscapeCharacter: 'there is no such escape',
  InvalidCharacter: 'a control character has to be escaped',
});

export const syntaxError: TextRule = {
  id: 'syntax-error',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: 'A definition is JSON.',
  why: 'The server answers with "500 Internal server error". Nothing else in the file can be checked before that is mended.',
  source: 'GenericExceptionMapper, CustomThrowableExceptionMapper of the REST endpoint (Private PaaS 4.0.0)',
  isAboutSyntax: true,
  check({ text, reading }, report) {
    if ((reading.state !== 'syntax-error' && reading.state !== 'too-deep') || !looksLikeDefinition(text) || isAcceptedByJettison(text))
      return;
    const [at, problem] =
      reading.state === 'syntax-error'
        ? [{ offset: reading.problem.offset, length: reading.problem.length }, IN_WORDS.get(reading.problem.code) ?? 'this is no JSON']
        : [{ offset: 0, length: 0 }, `it nests deeper than ${DEPTH_LIMIT} levels`];
    report({
      at,
      message: `Not valid JSON: ${problem}. The server refuses the file, and nothing else in it is checked until that is mended`,
    });
  },
};
