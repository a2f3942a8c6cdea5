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
  summary: 'A name stands once in a property list.',
  why: 'Properties are kept by name: the last one that has a value wins, the others are lost.',
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
    message: `${name} stands ${lost.length + 1} times, and only the ${isLast ? 'last' : 'one that has a value'} counts; delete the others`,
    related: [{ place: { path: counts.name.path }, message: 'this one counts' }],
    fixes: () => [
      {
        title: `Delete ${lost.length === 1 ? 'the entry that does not count' : 'the entries that do not count'}`,
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
