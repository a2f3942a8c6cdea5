import { deleteEntry } from '../support/parameterFixes';
import type { Property } from '../../model/property';
import type { LocatedString } from '../../model/scalar';
import { cartridgeRule, type Report } from '../engine/rule';

export const emptyPropertyValue = cartridgeRule({
  id: 'empty-property-value',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A property has an empty value.',
  requires: 'A property has a value.',
  why: 'For the agent, a parameter with an empty value is missing.',
  source: 'CartridgeAgentConfiguration.java:269-281, which skips a part without a second half (Private PaaS 4.0.0)',
  check({ properties }, report) {
    for (const property of properties.needsChecking) {
      if (property.value?.text.trim() === '') report(empty(property, property.value));
    }
  },
});

const empty = (property: Property, value: LocatedString): Report => ({
  at: { path: value.path },
  subject: property.name.text,
  message: `${property.name.text} is empty. An empty value counts as missing. Add a value, or delete the entry.`,
  fixes: () => [deleteEntry(property.name.text, property)],
});
