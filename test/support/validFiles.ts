import { RULES, Workspace, type Rule } from '../../server/src/core';
import { SOUND } from './fixture';
import { TEMPLATES } from './templates';
import { nameOf, ROOT, uriOf } from './workspace';

/** The files that no rule may report: the pair by itself, then all together. */
const VALID: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['the valid pair that all fixtures start from', SOUND],
  ['valid files that fixtures start from', { ...SOUND, ...TEMPLATES }],
];

/** What is wrong with the rules if they report a valid file: one sentence for each of these rules. Empty if they report none. */
export function reportedInValidFiles(rules: readonly Rule[] = RULES): string[] {
  for (const [what, files] of VALID) {
    const reported = new Map<string, Set<string>>();
    const add = (rule: string, uri: string) => reported.set(rule, (reported.get(rule) ?? new Set()).add(nameOf(uri)));
    const crashes = new Map<string, unknown>();
    const workspace = new Workspace({
      rules,
      syntaxErrors: true,
      onCrash: (rule, uri, error) => {
        add(rule, uri);
        crashes.set(rule, error);
      },
    });
    workspace.setRoots([ROOT]);
    for (const [name, text] of Object.entries(files)) workspace.setDiskContent(uriOf(name), { text });
    workspace.update();
    for (const { uri, findings } of workspace.allFiles()) for (const { rule } of findings) add(rule, uri);
    if (reported.size > 0) {
      return [...reported].map(([rule, names]) => {
        const does = crashes.has(rule) ? `fails (${String(crashes.get(rule))}) on` : 'reports';
        return `The rule "${rule}" ${does} ${what} (${[...names].join(', ')}). A rule must be silent there. See CONTRIBUTING.md.`;
      });
    }
  }
  return [];
}
