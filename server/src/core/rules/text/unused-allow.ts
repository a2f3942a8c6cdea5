import { editHere, type TextRule } from '../engine/rule';

export const unusedAllow: TextRule = {
  id: 'unused-allow',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'info',
  summary: 'An entry of `allow` in a configuration file allows nothing.',
  requires: 'An entry of `allow` in a configuration file allows something that is reported otherwise.',
  why: 'The problem was fixed, or the entry names another file or parameter than the problem. If the problem comes back, the entry hides it.',
  source: 'The configuration of this tool',
  isAboutSyntax: false,
  check({ configuration }, report) {
    for (const { rule, path } of configuration?.unusedAllows ?? []) {
      report({
        at: { path },
        message: `This entry allows nothing: ${rule} reports nothing of the kind. Remove the entry, or correct it.`,
        fixes: () => [{ title: `Remove the entry of ${rule}`, change: editHere([{ op: 'remove', path }]) }],
      });
    }
  },
};
