import { payloadProperty } from '../../model/cartridge';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { DEPLOYMENT, DEPLOYMENT_VALUES } from '../../vocabulary/payloadParameters';
import { letterDistance } from '../../vocabulary/letterDistance';
import { followingRoles } from './missing-deployment';
import { explainsEmpty, setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const invalidDeployment = cartridgeRule({
  id: 'invalid-deployment',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'error',
  summary: '`DEPLOYMENT` is not exactly `manager`, `worker` or `default`.',
  requires: '`DEPLOYMENT` is exactly `manager`, `worker` or `default`, in lower case.',
  why:
    'The agent ignores the case of the role, but the start script does not, and the server is not started. ' +
    'Any other word matches no Puppet node, and nothing is installed.',
  source: 'start-servers.sh.erb:232-248, DefaultExtensionHandler.java:598-617, init.sh:106-111 (Private PaaS 4.0.0)',
  check(cartridge, report, context) {
    const { deployment } = cartridge.facts;
    if (!deployment || DEPLOYMENT_VALUES.includes(deployment.text) || isPlaceholder(deployment.text)) return;
    report({
      at: { path: deployment.path },
      message: messageOn(payloadProperty(cartridge, DEPLOYMENT)?.value?.text ?? '', deployment.text),
      explains: ['missing-deployment', ...explainsEmpty(DEPLOYMENT)],
      fixes: () => {
        const following = followingRoles(cartridge, context);
        const nearest = nearestWord(deployment.text);
        const likely = [...new Set([...(nearest === undefined ? [] : [nearest]), ...following])];
        const values = likely.length > 0 ? likely : ['worker', 'manager'];
        const only = values.length === 1;
        return values.map(value =>
          setTo(DEPLOYMENT, deployment, { value, from: '' }, { preferred: only, applicability: only ? 'safe' : 'suggested' }),
        );
      },
    });
  },
});

/** `written`: the whole value; `read`: what the agent makes of it. */
function messageOn(written: string, read: string): string {
  const note = DEPLOYMENT_VALUES.includes(read.toLowerCase()) ? ' (lower case only)' : '';
  const nearest = nearestWord(read);
  const valid = nearest === undefined ? '"worker", "manager" or "default"' : `"${nearest}"`;
  return `${DEPLOYMENT} ${JSON.stringify(written)} is not valid${note}. The server is not started. Use ${valid}.`;
}

/** The word that was meant: in another case, abbreviated, or two letters away at most. */
function nearestWord(written: string): string | undefined {
  const word = written.trim().toLowerCase();
  if (/^(mgt|mgr|mngr|management)$/.test(word)) return 'manager';
  const near = DEPLOYMENT_VALUES.map(value => ({ value, letters: letterDistance(value, word, 2) }));
  return near.filter(({ letters }) => letters <= 2).sort((a, b) => a.letters - b.letters)[0]?.value;
}
