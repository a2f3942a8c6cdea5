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
  summary: 'Publisher and store of the API Manager are defined together.',
  why: 'The agent of each looks up both services by name. If the other one is not deployed it fails, and goes on without a server.',
  source: 'DefaultExtensionHandler.java:550-591,908 (Private PaaS 4.0.0)',
  check({ facts }, report, context) {
    const other = isApiManagerMember(facts) ? COUNTERPART.get(facts.type.text) : undefined;
    if (!other || !context.isAbsent(typeKey(other))) return;
    report({
      at: atPath('type'),
      message: `No ${other} is defined in reach; without it the server of this ${facts.type?.text} is not started once it is clustered. Deploy the two together`,
    });
  },
});
