import { isObject, member, type JsonValue } from '../../json/types';
import { effective, readProperties, type Property, type PropertyList } from '../../model/property';
import { listItems } from '../../model/scalar';
import { isWrapped } from '../../model/wrapper';
import { cartridgeRule, type Report, type ReportFn, editHere } from '../engine/rule';

export const duplicateProperty = cartridgeRule({
  id: 'duplicate-property',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'Two entries of a property list have the same name.',
  requires: 'The names in a property list are all different.',
  why: 'The server keeps properties by name. The last one that has a value counts; the others are ignored.',
  source: 'Cartridge.java:143-147 (Private PaaS 4.0.0)',
  check(cartridge, report) {
    const { root, properties } = cartridge;
    if (isWrapped(cartridge)) return;
    if (properties.needsChecking.length > 0) reportRepeated(properties, report);
    for (const key of ['iaasProvider', 'loadBalancer']) {
      for (const { value, path } of listItems(root, key)) {
        if (isObject(value) && holdsSeveral(member(value, 'property'))) reportRepeated(readProperties(value, 'property', path), report);
      }
    }
  },
});

const holdsSeveral = (list: JsonValue | undefined): boolean => Array.isArray(list) && list.length > 1;

function reportRepeated(list: PropertyList, report: ReportFn): void {
  for (const [name, entries] of byName(list)) {
    const counts = effective(entries);
    const [first, ...others] = entries.filter(entry => entry !== counts);
    if (counts && first) report(repeated(name, counts, [first, ...others], counts === entries.at(-1)));
  }
}

function repeated(name: string, counts: Property, lost: readonly [Property, ...Property[]], isLast: boolean): Report {
  return {
    at: { path: lost[0].name.path },
    message: `${name} is defined ${lost.length === 1 ? 'twice' : `${lost.length + 1} times`}. Only the last one${isLast ? '' : ' that has a value'} counts. ${lost.length === 1 ? 'Delete this entry' : 'Delete the others'}.`,
    related: [{ place: { path: counts.name.path }, message: 'entry that counts' }],
    fixes: () => [
      {
        title: `Delete the ignored ${lost.length === 1 ? 'entry' : 'entries'} of ${name}`,
        change: editHere(lost.map(({ path }) => ({ op: 'remove', path }))),
      },
    ],
  };
}

function byName(list: PropertyList): Map<string, Property[]> {
  const named = new Map<string, Property[]>();
  for (const property of list) {
    const same = named.get(property.name.text);
    if (same) same.push(property);
    else named.set(property.name.text, [property]);
  }
  return named;
}
