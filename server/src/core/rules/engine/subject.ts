import { isObject, member, type JsonValue } from '../../json/types';
import type { Artifact } from '../../model/kinds';
import { scalarText } from '../../model/scalar';
import { PAYLOAD_PREFIX } from '../../vocabulary/payloadParameters';
import type { Report } from './report';
import { ownNameOf } from '../../model/facts';

/**
 * What a report is about: what its rule says, else the parameter or property on whose entry it stands, else the innermost field. Never an
 * index: entries move.
 */
export function subjectOf({ subject, at }: Report, root: () => JsonValue): string {
  if (subject !== undefined) return subject;
  if (!('path' in at)) return '';
  let field = '';
  let value: JsonValue | undefined = at.path.some(step => typeof step === 'number') ? root() : undefined;
  for (const step of at.path) {
    if (typeof step === 'string') {
      // The name and the value of an entry are spoken of by the entry's name.
      const name = step === 'name' || step === 'value' ? entryName(value) : undefined;
      if (name !== undefined) return name;
      field = step;
    }
    value = Array.isArray(value) ? value[Number(step)] : isObject(value) ? member(value, String(step)) : undefined;
  }
  return entryName(value) ?? field;
}

function entryName(value: JsonValue | undefined): string | undefined {
  const name = isObject(value) && 'value' in value ? scalarText(member(value, 'name')) : undefined;
  return name?.startsWith(PAYLOAD_PREFIX) ? name.slice(PAYLOAD_PREFIX.length) : name;
}

/** The kind and the own name of a definition, which stay when its file is moved or renamed. */
export const definitionOf = ({ kind, facts }: Artifact): string => [kind, ownNameOf(facts)?.text ?? ''].join('/');
