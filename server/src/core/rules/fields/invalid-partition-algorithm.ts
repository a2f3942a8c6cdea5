import type { Artifact } from '../../model/kinds';
import { partitionGroups } from '../../model/deploymentPolicy';
import { networksOf } from '../../model/deploymentPolicy41';
import { literal, textAt, type LocatedString } from '../../model/scalar';
import { slipDistance } from '../../vocabulary/letterDistance';
import { ruleOn, editHere, type Fix } from '../engine/rule';

/** autoscaler Constants.java:29-30 (4.0.0), AutoscalerServiceImpl.java:1054-1155 (4.1.4). */
const ALGORITHMS: readonly string[] = ['round-robin', 'one-after-another'];

/** Of an application policy (AutoscalerUtil.java:524-630). */
const ALGORITHMS_OF_APPLICATIONS: readonly string[] = ['one-after-another', 'all-at-once'];

export const invalidPartitionAlgorithm = ruleOn(['deployment policy', 'application policy'], {
  id: 'invalid-partition-algorithm',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'error',
  summary: '`partitionAlgo` of a deployment policy, or `algorithm` of an application policy, is not a word that the server knows.',
  requires:
    '`partitionAlgo` of a deployment policy and `algorithm` of an application policy are words that the server knows, in the same case.',
  why: 'A deployment policy has `round-robin` or `one-after-another`, an application policy `one-after-another` or `all-at-once`. 4.0 accepts another word, and never starts a member: "Partition algorithm … could not be identified !" is in the log of the autoscaler. 4.1 refuses the policy.',
  source:
    'RuleTasksDelegator.java:64-75, autoscaler Constants.java:29-30 (Private PaaS 4.0.0); AutoscalerServiceImpl.java:1054-1155, AutoscalerUtil.java:524-630 (Stratos 4.1.4)',
  check(artifact, report) {
    const { key, words, values } = algorithmsOf(artifact);
    for (const value of values) {
      const algorithm = literal(value);
      if (!algorithm || words.includes(algorithm.text)) continue;
      report({
        at: { path: algorithm.path },
        message: `${key} "${algorithm.text}" is not valid. ${artifact.dialect === '4.0' ? 'No member is started.' : 'The server refuses the policy.'} Write ${words.join(' or ')}.`,
        fixes: () => setTo(key, algorithm, words),
      });
    }
  },
});

/** Where algorithms are named, and what they can be. */
function algorithmsOf({ kind, dialect, root }: Artifact): {
  readonly key: string;
  readonly words: readonly string[];
  readonly values: readonly (LocatedString | undefined)[];
} {
  if (kind === 'application policy') return { key: 'algorithm', words: ALGORITHMS_OF_APPLICATIONS, values: [textAt(root, 'algorithm')] };
  const key = 'partitionAlgo';
  const values =
    dialect === '4.0'
      ? partitionGroups(root).map(({ group, path }) => textAt(group, key, path))
      : networksOf(root).map(({ network, path }) => textAt(network, key, path));
  return { key, words: ALGORITHMS, values };
}

/** Each of the words, the nearest first; preferred if it is likely to be meant. */
function setTo(key: string, written: LocatedString, words: readonly string[]): Fix[] {
  const near = words
    .map(word => ({ word, letters: slipDistance(word, written.text.toLowerCase(), word.length / 3) }))
    .sort((a, b) => (a.letters === b.letters ? 0 : a.letters - b.letters));
  return near.map(({ word, letters }, i) => ({
    title: `Set ${key} to "${word}"`,
    change: editHere([{ op: 'set', path: written.path, value: word }]),
    preferred: i === 0 && letters < Infinity,
  }));
}
