import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * The links to files that walks have come upon, by what they lead to. Each file is checked once: by its own name where it is walked
 * itself, else by that of the first link to it.
 */
export class FileLinks {
  /** By project: the target of each link, and the link by whose name a target is checked. */
  private readonly projects = new Map<string, { readonly targets: Map<string, string>; readonly taken: Map<string, string> }>();

  /** Notes a link of a project. Whether the file is checked by its name; `isWalked`: whether a file is walked by its own. */
  take(root: string, link: string, isWalked: (file: string) => boolean): boolean {
    const real = realPath(link);
    // It leads round in a circle, or is gone meanwhile.
    if (real === undefined) return false;
    let project = this.projects.get(root);
    if (!project) this.projects.set(root, (project = { targets: new Map(), taken: new Map() }));
    project.targets.set(link, real);
    if (isWalked(real)) return false;
    if (!project.taken.has(real)) project.taken.set(real, link);
    return project.taken.get(real) === link && isRegularFile(real);
  }

  /** The project is walked anew. */
  forget(root: string): void {
    this.projects.delete(root);
  }

  /** Whether a file is checked by the name of this link. */
  isTaken(root: string, link: string): boolean {
    const project = this.projects.get(root);
    const real = project?.targets.get(link);
    return real !== undefined && project!.taken.get(real) === link;
  }

  /** Whether there was a link here, or in this folder, when its project was walked. */
  wasLink(at: string): boolean {
    for (const { targets } of this.projects.values()) {
      if (targets.has(at)) return true;
      for (const link of targets.keys()) if (link.startsWith(at + path.sep)) return true;
    }
    return false;
  }

  /** The links by whose names a file is checked, or would be if it were there. */
  linksTo(file: string): string[] {
    return [...this.projects.values()].flatMap(({ taken }) => taken.get(file) ?? []);
  }
}

/** Where a link leads, though nothing be there. `undefined`: nowhere. */
function realPath(link: string): string | undefined {
  let at = link;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    try {
      return fs.realpathSync(at);
    } catch {
      try {
        at = path.resolve(path.dirname(at), fs.readlinkSync(at));
      } catch {
        return steps === 0 ? undefined : at;
      }
    }
  }
  return undefined;
}

/** More links in a row are taken for a circle. */
const MOST_STEPS = 40;

function isRegularFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
