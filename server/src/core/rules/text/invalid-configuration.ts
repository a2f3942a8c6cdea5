import { editHere, type TextRule } from '../engine/rule';

export const invalidConfiguration: TextRule = {
  id: 'invalid-configuration',
  scope: 'text',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A part of a configuration file is not valid.',
  requires: 'A configuration file contains the keys, values, rules and patterns that are described for it.',
  why: 'That part is ignored, and all others hold. Rules may be reported that somebody has turned off, or be silent where somebody relies on them.',
  source: 'The configuration of this tool',
  isAboutSyntax: false,
  check({ configuration }, report) {
    for (const { path, on, message, meant } of configuration?.problems ?? []) {
      report({
        at: { path, ...(on && { on }) },
        message,
        ...(meant !== undefined && {
          fixes: () => [
            {
              title: on === 'key' ? `Rename to ${meant}` : `Set to ${JSON.stringify(meant)}`,
              change: editHere([on === 'key' ? { op: 'rename', path, key: meant } : { op: 'set', path, value: meant }]),
              preferred: true,
            },
          ],
        }),
      });
    }
  },
};
