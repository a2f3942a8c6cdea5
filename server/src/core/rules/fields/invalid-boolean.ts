import { scalarText } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { valuesToCheck } from '../support/fieldWalk';
import { ruleOnAll, editHere } from '../engine/rule';

export const invalidBoolean = ruleOnAll({
  id: 'invalid-boolean',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'error',
  summary: 'A switch is not `true`, `false`, `1` or `0`, bare or as a lower-case string.',
  requires: 'A switch is `true`, `false`, `1` or `0`, bare or as a lower-case string.',
  why: 'The server takes any other word for false, "True" and "yes" among them. It does not say so.',
  source: 'JAXB reads a string that is not a boolean as false (Private PaaS 4.0.0)',
  check(artifact, report) {
    for (const { key, field, value, at } of valuesToCheck(artifact)) {
      if (field.type !== 'boolean') continue;
      const text = scalarText(value);
      if (text === undefined || isPlaceholder(text) || /^(true|false|1|0)$/.test(text)) continue;
      const path = [...at, key];
      report({
        at: { path },
        subject: key,
        message: `${key} is ${JSON.stringify(value)}. The server reads it as false. Write "true" or "false".`,
        explains: key === 'multiTenant' ? ['not-multi-tenant', 'service-of-single-tenant-cartridge'] : [],
        fixes: () => {
          const meant = /^(true|yes|on|y)$/i.test(text.trim())
            ? ['true']
            : /^(false|no|off|n)$/i.test(text.trim())
              ? ['false']
              : ['true', 'false'];
          const only = meant.length === 1;
          return meant.map(word => ({
            title: `Set ${key} to "${word}"`,
            change: editHere([{ op: 'set', path, value: word }]),
            preferred: only,
            applicability: only ? 'safe' : 'suggested',
          }));
        },
      });
    }
  },
});
