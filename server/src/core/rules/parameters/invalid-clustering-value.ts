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
  summary: `\`${CONFIG_CLUSTERING}\` is exactly \`true\` or \`false\`.`,
  why: 'The startup handler compares it with `true`, with case. Any other word starts the server as a single node.',
  source: 'startup-handler.py:79,117,122 (cartridges of Private PaaS 4.1)',
  check(cartridge, report) {
    const value = payloadProperty(cartridge, CONFIG_CLUSTERING)?.value;
    if (!value || isPlaceholder(value.text) || value.text === 'true' || value.text === 'false') return;
    const word = value.text.trim().toLowerCase();
    report({
      at: { path: value.path },
      message: `${CONFIG_CLUSTERING} is ${JSON.stringify(value.text)}, which counts as false; write exactly "true" or "false"`,
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
