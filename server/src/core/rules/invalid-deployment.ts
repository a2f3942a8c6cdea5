import { distance } from 'fastest-levenshtein';
import { namedServiceTypes, payloadProperty } from '../model/cartridge';
import { isPlaceholder } from '../vocabulary/placeholders';
import { DEPLOYMENT, DEPLOYMENT_VALUES } from '../vocabulary/payloadParameters';
import { followingRoles } from './missing-deployment';
import { setTo } from './parameterFixes';
import { cartridgeRule } from './rule';

export const invalidDeployment = cartridgeRule({
  id: 'invalid-deployment',
  dialects: ['4.0'],
  severity: 'error',
  summary: '`DEPLOYMENT` is exactly `manager`, `worker` or `default`.',
  why:
    'The agent, the start scripts and the Puppet node names all take the word as it is. In another case the agent sees a manager and the ' +
    'start script does not, and the server is not started; any other word matches no Puppet node, and nothing is installed.',
  source: 'start-servers.sh.erb:232-248, DefaultExtensionHandler.java:598-617, init.sh:106-111 (Private PaaS 4.0.0)',
  *check(cartridge, related) {
    const { deployment } = cartridge.facts;
    const property = payloadProperty(cartridge, DEPLOYMENT);
    if (!deployment || DEPLOYMENT_VALUES.includes(deployment.text) || isPlaceholder(deployment.text)) return;
    yield {
      at: { path: deployment.path },
      message:
        `${DEPLOYMENT} ${JSON.stringify(property!.value!.text)} is none of "manager", "worker" and "default", compared with case, so no server is started; ` +
        'write one of them',
      explains: ['missing-deployment', 'empty-property-value', 'padded-value'],
      fixes: () => {
        const written = deployment.text.trim().toLowerCase();
        const nearest = DEPLOYMENT_VALUES.filter(value => distance(value, written) <= value.length / 2).sort(
          (a, b) => distance(a, written) - distance(b, written),
        )[0];
        const abbreviated = /^(mgt|mgr|mngr|management)$/.test(written) ? 'manager' : undefined;
        const following = followingRoles(cartridge, related, namedServiceTypes(cartridge));
        const likely = nearest ?? abbreviated;
        const values = likely ? [likely] : following.length > 0 ? following : ['worker', 'manager'];
        const only = values.length === 1;
        return values.map(value => setTo(DEPLOYMENT, deployment, { value, from: '' }, { preferred: only, automatic: only }));
      },
    };
  },
});
