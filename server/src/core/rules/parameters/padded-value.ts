import { isPlaceholder } from '../../vocabulary/placeholders';
import {
  CLUSTERING,
  COMMIT_ENABLED,
  DEPLOYMENT,
  OF_FEW_WORDS,
  MANAGER_SERVICE_TYPE,
  PAYLOAD_PREFIX,
  PRIMARY,
  SERVICE_GROUP,
  WORKER_HOST_NAME,
  WORKER_SERVICE_TYPE,
} from '../../vocabulary/payloadParameters';
import { table } from '../../vocabulary/table';
import { cartridgeRule, type Report, editHere } from '../engine/rule';
import type { LocatedString } from '../../model/scalar';

/** What is wrong with a parameter because of the white space around its value, and not otherwise. */
const FOR_BLANKS = table<readonly string[]>({
  [DEPLOYMENT]: ['invalid-deployment', 'missing-deployment'],
  [PRIMARY]: ['missing-primary', 'clustering-without-primary'],
  [CLUSTERING]: ['missing-clustering'],
  [COMMIT_ENABLED]: ['missing-commit-enabled'],
  [MANAGER_SERVICE_TYPE]: ['unknown-manager-service-type', 'own-service-type-mismatch'],
  [WORKER_SERVICE_TYPE]: ['unknown-worker-service-type', 'own-service-type-mismatch'],
  [WORKER_HOST_NAME]: ['worker-host-name-mismatch', 'worker-host-name-on-worker'],
  [SERVICE_GROUP]: ['service-group-parameter-mismatch', 'service-group-disagreement', 'service-group-parameter-not-apim'],
});

export const paddedValue = cartridgeRule({
  id: 'padded-value',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'The value of a property begins or ends with white space.',
  requires: 'The value of a property neither begins nor ends with white space.',
  why: 'The agent keeps the white space and Facter removes it. The two read different values.',
  source: 'CartridgeAgentConfiguration.java:269-281, stratos_sendinfo.rb:23-29 (Private PaaS 4.0.0)',
  check({ properties }, report) {
    for (const { name, value } of properties.needsChecking) {
      if (!value) continue;
      const trimmed = value.text.trim();
      if (trimmed !== value.text && trimmed !== '' && !isPlaceholder(value.text)) report(padded(name.text, value, trimmed));
    }
  },
});

function padded(name: string, value: LocatedString, trimmed: string): Report {
  const parameter = name.startsWith(PAYLOAD_PREFIX) ? name.slice(PAYLOAD_PREFIX.length) : name;
  return {
    at: { path: value.path },
    message: `${JSON.stringify(value.text)} begins or ends with white space. The agent reads it as part of the value. Remove it.`,
    explains: [...(FOR_BLANKS.get(parameter) ?? []), `api-manager-host-name-mismatch:${parameter}`],
    fixes: () => [
      {
        title: `Remove white space: ${JSON.stringify(trimmed)}`,
        change: editHere([{ op: 'set', path: value.path, value: trimmed }]),
        preferred: true,
        applicability: OF_FEW_WORDS.includes(parameter) ? 'safe' : 'suggested',
      },
    ],
  };
}
