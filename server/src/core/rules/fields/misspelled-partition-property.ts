import { ROOT } from '../../json/path';
import { isObject } from '../../json/types';
import { misspelledName } from '../../model/partition';
import { readProperties, type Property, type PropertyList } from '../../model/property';
import { listItems } from '../../model/scalar';
import { deleteEntry } from '../support/parameterFixes';
import { editHere, ruleOn, type Report, type ReportFn } from '../engine/rule';

export const misspelledPartitionProperty = ruleOn(['partition', 'network partition'], {
  id: 'misspelled-partition-property',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'A property of a partition is `region`, `zone` or `host` in another case.',
  requires: 'The properties `region`, `zone` and `host` of a partition are spelled in lower case.',
  why: 'The server compares the names with case, and ignores `REGION` and `Zone`. Members are then started in any region or zone.',
  source:
    'Scope.java:24-26, AWSEC2PartitionValidator.java:48, OpenstackNovaPartitionValidator.java:49 (Private PaaS 4.0.0); the same classes of Stratos 4.1.4',
  check({ kind, root }, report) {
    const holders =
      kind === 'partition'
        ? [{ object: root, path: ROOT }]
        : listItems(root, 'partitions').flatMap(({ value, path }) => (isObject(value) ? [{ object: value, path }] : []));
    for (const { object, path } of holders) {
      checkList(readProperties(object, 'property', path), report);
    }
  },
});

function checkList(properties: PropertyList, report: ReportFn): void {
  // Of several entries that would have the same name only the last one is renamed.
  const last = new Map<string, Property>();
  for (const property of properties) {
    const right = misspelledName(property);
    if (right !== undefined) last.set(right, property);
  }
  if (last.size === 0) return;
  for (const property of properties) {
    const right = misspelledName(property);
    if (right !== undefined) report(misspelled(property, right, !properties.named(right) && last.get(right) === property));
  }
}

function misspelled(property: Property, right: string, isOnly: boolean): Report {
  const written = property.name.text;
  return {
    at: { path: property.name.path },
    message: isOnly
      ? `"${written}" is misspelled. The server ignores it. Rename it to ${right}.`
      : `"${written}" is misspelled, and the server ignores it. Another entry has the name ${right}. Delete this one.`,
    fixes: () => [
      isOnly
        ? {
            title: `Rename ${JSON.stringify(written)} to ${JSON.stringify(right)}`,
            change: editHere([{ op: 'set', path: property.name.path, value: right }]),
            preferred: true,
            applicability: 'safe',
          }
        : deleteEntry(written, property),
    ],
  };
}
