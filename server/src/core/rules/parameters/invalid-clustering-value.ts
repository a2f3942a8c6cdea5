import { payloadProperty } from '../../model/cartridge';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { CONFIG_CLUSTERING } from '../../vocabulary/configParameters';
import { setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const invalidClusteringValue = cartridgeRule({
  id: 'invalid-clustering-value',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'warning',
  summary: `\`${CONFIG_CLUSTERING}\` is not exactly \`true\` or \`false\`.`,
  requires: '`CONFIG_PARAM_CLUSTERING` is exactly `true` or `false`, in lower case.',
  why: 'The startup handler compares the value with `true`; case matters. With any other value it starts the server as a single node.',
  source: 'startup-handler.py:79,117,122 (cartridges of Private PaaS 4.1)',
  check(cartridge, report) {
    const value = payloadProperty(cartridge, CONFIG_CLUSTERING)?.value;
    if (!value || isPlaceholder(value.text) || value.text === 'true' || value.text === 'false') return;
    const word = value.text.trim().toLowerCase();
    report({
      at: { path: value.path },
      message: `${CONFIG_CLUSTERING} ${JSON.stringify(value.text)} is not valid${word === 'true' || word === 'false' ? ' (lower case only)' : ''}. The server starts as a single node. Use "true" or "false".`,
      fixes: () =>
        (word === 'true' || word === 'false' ? [word] : ['true', 'false']).map((one, _i, all) =>
          setTo(
            CONFIG_CLUSTERING,
            value,
            { value: one, from: '' },
            { preferred: all.length === 1, applicability: all.length === 1 ? 'safe' : 'suggested' },
          ),
        ),
    });
  },
});
