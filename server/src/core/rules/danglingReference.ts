import type { Related } from '../links/related';
import type { ArtifactKind, FactsBase } from '../model/artifact';
import { anyKey } from '../model/keys';
import type { Artifact } from '../model/kinds';
import { referencesOf } from '../model/references';
import type { Text } from '../model/text';
import { nearInTheAlphabet } from '../links/nearInTheAlphabet';
import { slipDistance } from '../vocabulary/letterDistance';
import { linkToSlip, saysSlip, setTypeBack } from './slipInType';
import type { Fix, Say } from './rule';

/** What the names of a file lead to that are of this kind and lead nowhere, though there are files of the kind. `says`: what comes of it. */
export function danglingReferences(artifact: Artifact, say: Say, related: Related, to: ArtifactKind, says: string): void {
  for (const reference of referencesOf(artifact)) {
    if (reference.to !== to || !related.isDangling(reference)) continue;
    const { name } = reference;
    const slip = to === 'cartridge' ? related.slipBehind(name.text) : undefined;
    say({
      at: { path: name.path },
      message: `No ${to} in reach is called "${name.text}"; ${slip ? saysSlip(related, slip) : says}`,
      related: slip ? [linkToSlip(slip)] : [],
      fixes: () => {
        const nearest = nearestName(related, to, name);
        return slip ? [setTypeBack(related, slip, name.text), ...nearest.map(fix => ({ ...fix, preferred: false }))] : nearest;
      },
    });
  }
}

/** To take the name nearest to what is written, of the nearest files of the kind; none where they are all other words. */
function nearestName(related: Related, to: ArtifactKind, written: Text): Fix[] {
  const names = nearInTheAlphabet(related.find<Named>(anyKey(to)), nameOf, written.text).map(file => {
    const text = nameOf(file.facts)!;
    return { text, file, letters: slipDistance(text, written.text, Math.max(2, text.length / 2)) };
  });
  const near = names.filter(({ letters }) => letters < Infinity).sort((a, b) => a.letters - b.letters);
  return near.slice(0, 1).map(({ text, file }) => ({
    title: `Set to ${JSON.stringify(text)} (${related.nameOf(file)})`,
    edits: [{ op: 'set', path: written.path, value: text }],
    preferred: true,
  }));
}

type Named = FactsBase & { readonly type?: Text; readonly id?: Text };

const nameOf = ({ type, id }: Named): string | undefined => (type ?? id)?.text;
