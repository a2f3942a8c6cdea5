import { isApiManagerMember } from '../../model/cartridge';
import { typeKey } from '../../model/keys';
import { atPath } from '../../json/path';
import { table } from '../../vocabulary/table';
import { cartridgeRule } from '../engine/rule';

const COUNTERPART = table({ publisher: 'apistore', apistore: 'publisher' });

export const missingApiManagerCounterpart = cartridgeRule({
  id: 'missing-api-manager-counterpart',
  scope: 'workspace',
  dialects: ['4.0'],
  severity: 'info',
  summary: 'The API Manager has a publisher without a store, or a store without a publisher.',
  requires: 'A workspace folder with a publisher of the API Manager has a store, and the other way round.',
  why: 'The agent of each looks up both services by name. If the other one is not deployed, the look-up fails and the agent goes on without a server.',
  source: 'DefaultExtensionHandler.java:550-591,908 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const other = isApiManagerMember(facts) ? COUNTERPART.get(facts.type.text) : undefined;
    if (!other || !context.isAbsent(typeKey(other))) return;
    report({
      at: atPath('type'),
      message: `The ${other} is missing in this workspace folder. Without it, the server of a clustered ${facts.type?.text} is not started. Deploy the two together.`,
    });
  },
});
