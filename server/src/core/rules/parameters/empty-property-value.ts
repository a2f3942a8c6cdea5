import { deleteEntry } from '../support/parameterFixes';
import type { Property } from '../../model/property';
import type { LocatedString } from '../../model/scalar';
import { cartridgeRule, type Report } from '../engine/rule';

export const emptyPropertyValue = cartridgeRule({
  id: 'empty-property-value',
  scope: 'file',
  dialects: ['4.0'],
  severity: 'warning',
  summary: 'A property has a value.',
  why: 'A parameter with an empty value is not there for the agent.',
  source: 'CartridgeAgentConfiguration.java:269-281: a part without a second half is passed over (Private PaaS 4.0.0)',
  check({ properties }, report) {
    for (const property of properties.needsChecking) {
      if (property.value?.text.trim() === '') report(empty(property, property.value));
    }
  },
});

const empty = (property: Property, value: LocatedString): Report => ({
  at: { path: value.path },
  subject: property.name.text,
  message: `The value of ${property.name.text} is empty, which is the same as not there; fill it in, or delete the entry`,
  fixes: () => [deleteEntry(property.name.text, property)],
});
