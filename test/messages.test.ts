import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { RULES as RULES_ON_ARTIFACTS, TEXT_RULES } from '../server/src/core';
import { readFixture } from './support/fixture';
import { workspaceOfCase } from './support/fixtureWorkspace';

const FIXTURES = path.resolve(__dirname, '../../test/rules');

/** The words of CONTRIBUTING.md, "Messages", that have a plain equivalent. */
const BANNED = [
  /\bfor ever\b/,
  /\bin reach\b/,
  /\bmend(s|ed|ing)?\b/,
  /\btold\b/,
  /\bmay be meant\b/,
  /\bpassed over\b/,
  /\bpasses (it|them) over\b/,
  /\bstands?\b/,
  /\bslips?\b/,
  /\bnot one word\b/,
  /\b(take|takes|taken) (up|for|away)\b/,
  /\b(must not|is not) to be\b/,
  /\bof its own accord\b/,
  /\blikewise\b/,
  /\bmeets?\b/,
  /\bin the way\b/,
  /, (so|too)\b/,
  /\bPayload parameter\b/,
];

/** Up to here a list of problems shows a message. */
const MOST_LETTERS = 160;

/** Rules whose first sentence may be longer, and why. */
const LONGER: Readonly<Record<string, string>> = {};

interface Texts {
  readonly messages: Set<string>;
  readonly related: Set<string>;
  readonly fixes: Set<string>;
}

const RULES = [...RULES_ON_ARTIFACTS, ...TEXT_RULES];

/** What each rule says in all cases of all fixtures. */
function textsByRule(): ReadonlyMap<string, Texts> {
  const texts = new Map<string, Texts>(RULES.map(({ id }) => [id, { messages: new Set(), related: new Set(), fixes: new Set() }]));
  for (const name of fs.readdirSync(FIXTURES)) {
    for (const one of readFixture(path.join(FIXTURES, name))) {
      const workspace = workspaceOfCase(one);
      for (const { uri } of workspace.allFiles()) {
        for (const { finding, fixes } of workspace.findingsWithFixes(uri)) {
          const { messages, related, fixes: titles } = texts.get(finding.rule)!;
          messages.add(finding.message);
          for (const { message } of finding.related) related.add(message);
          for (const { title } of fixes()) titles.add(title);
        }
      }
    }
  }
  return texts;
}

/** The first sentence: up to a full stop before a space, or to the end. */
const firstSentence = (message: string): string => /^.*?\.(?= |$)/.exec(message)?.[0] ?? message;

/** A text without what is quoted from files. */
const ownWords = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"/g, '""');

describe('the texts of the rules', () => {
  let texts: ReadonlyMap<string, Texts>;
  before(() => (texts = textsByRule()));

  /** No text of a kind is wrong; all that are wrong are listed. */
  function verify(kind: keyof Texts, isRight: (text: string, rule: string) => boolean): void {
    const wrong = [...texts].flatMap(([rule, of]) => [...of[kind]].filter(text => !isRight(text, rule)).map(text => `${rule}: ${text}`));
    assert.deepEqual(wrong, []);
  }

  it('are messages of whole sentences that end with a full stop', () =>
    verify('messages', text => {
      const own = ownWords(text);
      return /^["\p{L}].*[^.]\.$/su.test(own) && !/\.\.|\s{2}|\. \p{Ll}/u.test(own);
    }));

  it(`are messages whose first sentence has at most ${MOST_LETTERS} characters`, () =>
    verify('messages', (text, rule) => firstSentence(text).length <= MOST_LETTERS || rule in LONGER));

  it('are related places without a full stop', () => verify('related', text => /^["\p{L}\d].*[^.;,]$/su.test(text)));

  it('are titles of fixes that begin with a verb and have no full stop', () =>
    verify('fixes', text => /^(Add|Change|Create|Delete|Insert|Move|Remove|Rename|Replace|Set|Trim|Unwrap) .*[^.;,]$/su.test(text)));

  it('are of plain words', () => {
    const isPlain = (text: string) => !BANNED.some(word => word.test(ownWords(text)));
    for (const kind of ['messages', 'related', 'fixes'] as const) verify(kind, isPlain);
    assert.deepEqual(
      RULES.flatMap(({ id, summary, why }) => [summary, why].filter(text => !isPlain(text)).map(text => `${id}: ${text}`)),
      [],
    );
  });

  it('are a summary of one sentence and a reason of whole ones', () => {
    const isSummary = (text: string) => /^[`\p{Lu}].*[^.]\.$/u.test(text) && !/\. /.test(text) && text.length <= MOST_LETTERS;
    const isReason = (text: string) => /^[`\p{Lu}\d].*[^.]\.$/u.test(text) && !/\. \p{Ll}/u.test(text);
    assert.deepEqual(
      RULES.filter(({ summary, why }) => !isSummary(summary) || !isReason(why)),
      [],
    );
  });
});
