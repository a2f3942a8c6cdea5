import type { JsonPath } from '../json/path';
import { isObject, type JsonValue } from '../json/types';
import { scalarText } from '../model/text';
import { isPlaceholder } from '../vocabulary/placeholders';
import { ruleOnAll } from './rule';

const SECRET_FIELDS = ['repoPassword', 'credential'];
const SECRET_NAMES = /(PASSWORD|SECRET|ACCESS_KEY)$/;

export const committedSecret = ruleOnAll({
  id: 'committed-secret',
  dialects: ['4.0', '4.1'],
  severity: 'hint',
  summary: 'Passwords and keys do not stand in the definition.',
  why: 'Whoever can read the repository can read them. A placeholder that is replaced when the file is deployed keeps them out.',
  source: 'SubscribeCartridge and IaasProviderBean have no other place for them (Private PaaS 4.0.0)',
  *check({ root }) {
    for (const { name, path } of secretsIn(root, [])) {
      yield {
        at: { path },
        message: `The value of ${name} is a secret that everybody with access to this file can read; put a placeholder in its place, such as <${name.toUpperCase().replace(/.*\./, '')}>`,
      };
    }
  },
});

function* secretsIn(value: JsonValue, path: JsonPath): Iterable<{ name: string; path: JsonPath }> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* secretsIn(item, [...path, i]);
  if (!isObject(value)) return;
  const name = scalarText(value['name']);
  if (name !== undefined && SECRET_NAMES.test(name) && isSecret(value['value'])) yield { name, path: [...path, 'value'] };
  for (const [key, inner] of Object.entries(value)) {
    if (SECRET_FIELDS.includes(key) && isSecret(inner)) yield { name: key, path: [...path, key] };
    else yield* secretsIn(inner, [...path, key]);
  }
}

const isSecret = (value: JsonValue | undefined): boolean => {
  const text = scalarText(value)?.trim() ?? '';
  return text !== '' && !isPlaceholder(text);
};
