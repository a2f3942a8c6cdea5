import { DEPLOYMENT, PAYLOAD_PREFIX } from '../../vocabulary/payloadParameters';
import { cartridgeRule } from '../engine/rule';

/** What the platform writes itself (BasicPayloadData.java, CloudControllerServiceImpl.java:296-309). */
const WRITTEN_BY_THE_PLATFORM: readonly string[] = [
  'SERVICE_NAME',
  'HOST_NAME',
  'MULTITENANT',
  'TENANT_ID',
  'TENANT_RANGE',
  'CARTRIDGE_ALIAS',
  'CLUSTER_ID',
  'CARTRIDGE_KEY',
  'REPO_URL',
  'PORTS',
  'PROVIDER',
  'MEMBER_ID',
  'LB_CLUSTER_ID',
  'NETWORK_PARTITION_ID',
  'PARTITION_ID',
  'MIN_COUNT',
];

/** What init.sh looks for with grep, without an anchor (init.sh:105-111). */
const GREPPED: readonly string[] = [DEPLOYMENT, 'SERVICE_NAME', 'PUPPET_IP', 'PUPPET_HOSTNAME', 'PUPPET_ENV'];

export const reservedPayloadParameter = cartridgeRule({
  id: 'reserved-payload-parameter',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A payload parameter has a name that the platform uses itself.',
  requires:
    'The name of a payload parameter is none that the platform uses itself, and contains none of `DEPLOYMENT`, `SERVICE_NAME` and `PUPPET_…`. `DEPLOYMENT` itself is the role.',
  why:
    'The platform overwrites some of these parameters; others overwrite its own values. The init script searches for its parameters with grep, ' +
    'without an anchor. If a longer name contains one of them, the Puppet node gets a wrong name.',
  source: 'init.sh:105-111, BasicPayloadData.java, CloudControllerServiceImpl.java:296-309 (Private PaaS 4.0.0)',
  check({ properties }, report) {
    for (const { name, value } of properties.needsChecking) {
      if (!name.text.startsWith(PAYLOAD_PREFIX)) continue;
      const parameter = name.text.slice(PAYLOAD_PREFIX.length);
      if (parameter === DEPLOYMENT) continue;
      const grepped = greppedIn(parameter);
      const isWritten = WRITTEN_BY_THE_PLATFORM.includes(parameter);
      if (!isWritten && !grepped) continue;
      const isPortList = /^\d+(\|\d+)*$/.test(value?.text ?? '');
      const isFatal = parameter === 'SERVICE_NAME' || parameter === 'CLUSTER_ID' || (parameter === 'PORTS' && !isPortList);
      report({
        at: { path: name.path },
        subject: name.text,
        severity: isFatal ? 'error' : 'warning',
        message: isFatal
          ? `${parameter} replaces the value that the platform sets. The instance does not find its cluster. Use another name.`
          : isWritten
            ? `${parameter} is also set by the platform. Only one of the two values counts. Use another name.`
            : `${parameter} contains ${grepped}, for which the init script searches. The Puppet node gets a wrong name. Use another name.`,
      });
    }
  },
});

const greppedIn = (parameter: string): string | undefined => GREPPED.find(one => parameter.includes(one));
