import type { CrossFileContext } from '../../links/crossFileContext';
import type { ArtifactKind } from '../../model/artifact';
import { anyKey } from '../../model/keys';
import type { Artifact } from '../../model/kinds';
import { referencesTo } from '../../model/occurrences';
import type { LocatedString } from '../../model/scalar';
import { nearInTheAlphabet } from '../../links/nearInTheAlphabet';
import { slipDistance } from '../../vocabulary/letterDistance';
import { linkToSlip, describeSlip, setTypeBack } from './slipInType';
import { editHere, type Fix, type ReportFn } from '../engine/rule';
import { ownNameOf, type Facts } from '../../model/facts';

/** The names in a file that should lead to a file of this kind and lead to none, though there are files of the kind. `rest`: the other sentences of the message. */
export function danglingReferences(artifact: Artifact, report: ReportFn, context: CrossFileContext, to: ArtifactKind, rest: string): void {
  for (const reference of referencesTo(artifact, to)) {
    if (!context.isDangling(reference, to)) continue;
    const { name } = reference;
    const slip = to === 'cartridge' ? context.slipBehind(name.text) : undefined;
    report({
      at: { path: name.path },
      message: `"${name.text}" is unknown: no ${calledIn(artifact, to)} in this workspace folder has this ${keyOf(to)}. ${slip ? describeSlip(context, slip, name.text) : rest}`,
      related: slip ? [linkToSlip(slip)] : [],
      fixes: () => {
        const nearest = nearestName(context, to, name);
        return slip ? [setTypeBack(context, slip, name.text), ...nearest.map(fix => ({ ...fix, preferred: false }))] : nearest;
      },
    });
  }
}

/** To take the name nearest to what is written, of the nearest files of the kind; none where they are all other words. */
function nearestName(context: CrossFileContext, to: ArtifactKind, written: LocatedString): Fix[] {
  const names = nearInTheAlphabet(context.find(anyKey(to)), nameOf, written.text).flatMap(file => {
    const text = nameOf(file.facts);
    return text === undefined ? [] : [{ text, file, letters: slipDistance(text, written.text, Math.max(2, text.length / 2)) }];
  });
  const near = names.filter(({ letters }) => letters < Infinity).sort((a, b) => a.letters - b.letters);
  return near.slice(0, 1).map(({ text, file }) => ({
    title: `${setOrReplace(written)} ${JSON.stringify(text)} (${keyOf(to)} in ${context.nameOf(file)})`,
    change: editHere([{ op: 'set', path: written.path, value: text }]),
    preferred: true,
  }));
}

/** 4.1 says "autoscaling policy" for what is an autoscale policy in 4.0. */
const calledIn = ({ dialect }: Artifact, kind: ArtifactKind): string =>
  kind === 'autoscale policy' && dialect === '4.1' ? 'autoscaling policy' : kind;

/** The key of the name by which others refer to a definition. */
const keyOf = (kind: ArtifactKind): string => (kind === 'cartridge' ? 'type' : kind === 'cartridge group' ? 'name' : 'id');

/** The beginning of a title: with the key of a value; an item of a list, which has none, is named itself. */
function setOrReplace({ path, text }: LocatedString): string {
  const key = path.at(-1);
  return typeof key === 'string' ? `Set ${key} to` : `Replace ${JSON.stringify(text)} with`;
}

const nameOf = (facts: Facts): string | undefined => ownNameOf(facts)?.text;
