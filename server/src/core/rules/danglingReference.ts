import type { Related } from '../links/related';
import type { ArtifactKind, FactsBase } from '../model/artifact';
import { anyKey } from '../model/keys';
import type { Artifact } from '../model/kinds';
import { referencesOf } from '../model/references';
import type { Text } from '../model/text';
import { letterDistance, nearInTheAlphabet } from './letterDistance';
import type { Say } from './rule';

/** What the names of a file lead to that are of this kind and lead nowhere, though there are files of the kind. `says`: what comes of it. */
export function danglingReferences(artifact: Artifact, say: Say, related: Related, to: ArtifactKind, says: string): void {
  for (const reference of referencesOf(artifact)) {
    if (reference.to !== to || !related.isDangling(reference)) continue;
    const { name } = reference;
    say({
      at: { path: name.path },
      message: `No ${to} in reach is called "${name.text}"; ${says}`,
      fixes: () =>
        nearestNames(related, to, name.text).map(nearest => ({
          title: `Set to ${JSON.stringify(nearest.text)} (${nearest.file})`,
          edits: [{ op: 'set', path: name.path, value: nearest.text }],
          preferred: true,
        })),
    });
  }
}

/** The name nearest to what is written, of the nearest files of the kind. */
function nearestNames(related: Related, to: ArtifactKind, written: string): { text: string; file: string }[] {
  const files = nearInTheAlphabet(related.find<Named>(anyKey(to)), nameOf, written);
  return files
    .map(file => ({ file, text: nameOf(file.facts)! }))
    .map(({ file, text }) => ({ file, text, letters: letterDistance(text, written, Math.max(2, text.length / 2)) }))
    .filter(({ letters }) => letters < Infinity)
    .sort((a, b) => a.letters - b.letters)
    .slice(0, 1)
    .map(({ file, text }) => ({ text, file: related.nameOf(file) }));
}

type Named = FactsBase & { readonly type?: Text; readonly id?: Text };

const nameOf = ({ type, id }: Named): string | undefined => (type ?? id)?.text;
