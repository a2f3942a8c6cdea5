import type { JsonPath } from '../../json/path';
import { member, type JsonValue } from '../../json/types';
import { scalarText } from '../../model/scalar';
import { isPlaceholder } from '../../vocabulary/placeholders';
import { ruleOnAll } from '../engine/rule';

const SECRET_FIELDS: readonly string[] = ['repoPassword', 'credential'];
const SECRET_NAMES = /(PASSWORD|SECRET|ACCESS_KEY)$/;

export const committedSecret = ruleOnAll({
  id: 'committed-secret',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'hint',
  summary: 'A definition contains a password or another secret.',
  requires: 'A definition contains no passwords, keys or other secrets. A placeholder stands for them.',
  why: 'Everyone who can read the repository can read the secret. Use a placeholder that is replaced when the file is deployed.',
  source: 'SubscribeCartridge and IaasProviderBean have no other place for them (Private PaaS 4.0.0)',
  check({ root }, report) {
    for (const { name, path } of secretsIn(root, [])) {
      report({
        at: { path },
        message: `${name} is a secret in plain text. Everyone with access to this file can read it. Use a placeholder such as <${name.slice(name.lastIndexOf('.') + 1).toUpperCase()}>.`,
      });
    }
  },
});

interface Secret {
  readonly name: string;
  readonly path: JsonPath;
}

/** The secrets in a value. `at` is the way to it, lengthened and shortened on the way through. */
function secretsIn(value: JsonValue, at: (string | number)[], found: Secret[] = []): readonly Secret[] {
  if (typeof value !== 'object' || value === null) return found;
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      at.push(i);
      secretsIn(item, at, found);
      at.pop();
    });
    return found;
  }
  const { name } = value;
  if (typeof name === 'string' && SECRET_NAMES.test(name) && isSecret(member(value, 'value'))) found.push({ name, path: [...at, 'value'] });
  for (const key in value) {
    const inner = value[key]!;
    if (typeof inner === 'object') {
      at.push(key);
      secretsIn(inner, at, found);
      at.pop();
    } else if (SECRET_FIELDS.includes(key) && isSecret(inner)) found.push({ name: key, path: [...at, key] });
  }
  return found;
}

const isSecret = (value: JsonValue | undefined): boolean => {
  const text = scalarText(value)?.trim() ?? '';
  return text !== '' && !isPlaceholder(text);
};
