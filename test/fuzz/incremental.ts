import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnostics, readJson, recognise, Workspace, type WorkspaceOptions } from '../../server/src/core';
import { ROOT, snapshot, uriOf } from '../support/workspace';
import { damaged, damages, FOLDERS, names, texts, workspaces, type Files } from './arbitraries';
import { crowds } from './crowds';

const files = fc.nat(40);
const typing = fc.boolean();
const roots = fc.subarray([ROOT, ...FOLDERS.filter(folder => folder !== '').map(folder => `${ROOT}/${folder.slice(0, -1)}`)]);

/** What happens to a workspace. `file` chooses one of those that are there. */
const steps = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), name: names, text: texts, typing }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('edit' as const), file: files, damage: damages, typing }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('copy' as const), file: files, onto: files, typing }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), file: files }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), file: files, name: names }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), file: files }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('root' as const), roots }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('complete' as const), root: roots, complete: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('update' as const), atMost: fc.constantFrom(1, 2, Infinity) }) },
);
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;
export interface Sequence {
  readonly files: Files;
  readonly steps: readonly Step[];
  readonly syntaxErrors: boolean;
}
export const sequences: fc.Arbitrary<Sequence> = fc.record({
  files: fc.oneof({ weight: 3, arbitrary: workspaces }, { weight: 1, arbitrary: crowds }),
  steps: fc.array(steps, { minLength: 1, maxLength: 24 }),
  syntaxErrors: fc.boolean(),
});

const isReadable = (text: string): boolean => !['syntax-error', 'too-deep'].includes(readJson(text).state);
const isOurs = (text: string): boolean => {
  const reading = readJson(text);
  return reading.state === 'parsed' && recognise(reading.value) !== undefined;
};

/** A workspace with, beside it, all that it has to come to: the texts, and what an editor shows of them. */
class Watched {
  readonly workspace: Workspace;
  private readonly texts = new Map<string, { text: string; verdict: string }>();
  private readonly shown = new Map<string, string>();
  private roots: readonly string[] = [ROOT];
  private readonly incomplete = new Set<string>();

  constructor(private readonly syntaxErrors: boolean) {
    this.workspace = this.newWorkspace();
  }

  take(step: Step): void {
    const uris = [...this.texts.keys()];
    const one = 'file' in step ? uris[step.file % uris.length] : undefined;
    if (step.do === 'set') this.set(uriOf(step.name), step.text, step.typing);
    else if (step.do === 'root') this.setRoots(step.roots);
    else if (step.do === 'complete') for (const root of step.root) this.setComplete(root, step.complete);
    else if (step.do === 'update') this.update(step.atMost);
    else if (one === undefined) return;
    else if (step.do === 'edit') this.set(one, damaged(this.texts.get(one)!.text, step.damage), step.typing);
    else if (step.do === 'copy') this.set(uris[step.onto % uris.length]!, this.texts.get(one)!.text, step.typing);
    else if (step.do === 'close') this.set(one, this.texts.get(one)!.text, false);
    else {
      const { text } = this.texts.get(one)!;
      this.texts.delete(one);
      this.workspace.delete(one);
      if (step.do === 'rename') this.set(uriOf(step.name), text, false);
    }
  }

  set(uri: string, text: string, typing: boolean): void {
    const before = this.texts.get(uri);
    // While somebody types, the verdict on the last text that could be read stands.
    const stands = typing && before && isOurs(before.verdict) && !isReadable(text);
    this.texts.set(uri, { text, verdict: stands ? before.verdict : text });
    if (typing) this.workspace.setOpenText(uri, text);
    else this.workspace.setDiskContent(uri, { text });
  }

  private setRoots(roots: readonly string[]): void {
    this.roots = roots;
    this.workspace.setRoots(roots);
  }

  private setComplete(root: string, complete: boolean): void {
    if (complete) this.incomplete.delete(root);
    else this.incomplete.add(root);
    this.workspace.setComplete(root, complete);
  }

  /** Shows what `update` says may look different, and looks whether it is all that does. */
  update(atMost = Infinity): void {
    for (const uri of this.workspace.update({ atMost })) this.shown.set(uri, this.toShow(uri));
    // What is still to be checked is shown then.
    if (atMost !== Infinity) return;
    for (const uri of new Set([...this.shown.keys(), ...this.texts.keys()])) {
      // What is shown of a document that cannot be read, or links to one, is moved along by the editor.
      if (this.isMovedByTheEditor(uri)) this.shown.set(uri, this.toShow(uri));
      else assert.equal(this.shown.get(uri) ?? '[]', this.toShow(uri), `what is shown of ${uri} is out of date`);
    }
  }

  private toShow(uri: string): string {
    return JSON.stringify(diagnostics(this.workspace, uri));
  }

  private isMovedByTheEditor(uri: string): boolean {
    const file = this.workspace.file(uri);
    const targets = file?.findings.flatMap(({ related }) => related.map(link => link.uri)) ?? [];
    return [uri, ...targets].some(one => {
      const text = this.texts.get(one);
      return text !== undefined && text.text !== text.verdict;
    });
  }

  /** The same texts, come in all at once. */
  fresh(): Workspace {
    const workspace = this.newWorkspace({ once: true });
    workspace.setRoots(this.roots);
    for (const root of this.incomplete) workspace.setComplete(root, false);
    for (const [uri, { text, verdict }] of this.texts) {
      workspace.setDiskContent(uri, { text: verdict });
      if (text !== verdict) workspace.setOpenText(uri, text);
    }
    workspace.update();
    return workspace;
  }

  private newWorkspace(options: WorkspaceOptions = {}): Workspace {
    const workspace = new Workspace({
      ...options,
      syntaxErrors: this.syntaxErrors,
      onCrash: (rule, uri, error) => {
        throw new Error(`${rule} failed on ${uri}`, { cause: error });
      },
    });
    workspace.setRoots([ROOT]);
    return workspace;
  }
}

export function verifySequence({ files, steps, syntaxErrors }: Sequence): void {
  const watched = new Watched(syntaxErrors);
  for (const [name, text] of files) watched.set(uriOf(name), text, false);
  watched.update();
  for (const step of steps) watched.take(step);
  watched.update();
  const fresh = watched.fresh();
  assert.deepEqual(snapshot(watched.workspace), snapshot(fresh));
  for (const { uri } of fresh.allFiles()) assert.deepEqual(diagnostics(watched.workspace, uri), diagnostics(fresh, uri));
}
