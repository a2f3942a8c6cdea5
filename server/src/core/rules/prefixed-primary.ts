import { bareProperty, declaredRole } from '../model/cartridge';
import type { Property } from '../model/property';
import { isPlaceholder } from '../vocabulary/placeholders';
import { PAYLOAD_PREFIX, PRIMARY } from '../vocabulary/payloadParameters';
import { setValue } from './parameterFixes';
import { cartridgeRule } from './rule';

export const prefixedPrimary = cartridgeRule({
  id: 'prefixed-primary',
  dialects: ['4.0'],
  severity: 'warning',
  summary: '`PRIMARY` is a plain property, without `payload_parameter.`.',
  why: 'The cloud controller takes PRIMARY from the plain properties and writes it over whatever the payload says: with the prefix it is never read.',
  source: 'CloudControllerServiceImpl.java:302-309, TopologyBuilder.java:131-145 (Private PaaS 4.0.0)',
  *check(cartridge) {
    const mustBeTrue = ({ value }: Property) =>
      declaredRole(cartridge.facts) !== undefined && value?.text.toLowerCase() !== 'true' && !isPlaceholder(value?.text ?? '');
    const there = bareProperty(cartridge, PRIMARY) !== undefined;
    for (const property of cartridge.properties) {
      if (property.name.text !== PAYLOAD_PREFIX + PRIMARY) continue;
      yield {
        at: { path: property.name.path },
        message: there
          ? `${property.name.text} is overwritten and never read; ${PRIMARY} without the prefix stands here already: delete this one`
          : `${property.name.text} is overwritten and never read: ${PRIMARY} is a plain property; take the prefix away`,
        // Where the bare one stands, what is wrong with its value is a matter of its own.
        explains: there ? [] : ['missing-primary', 'clustering-without-primary'],
        fixes: () => [
          there
            ? { title: `Delete ${property.name.text}`, edits: [{ op: 'remove', path: property.path }], preferred: true }
            : {
                title: `Rename to ${PRIMARY} (without the prefix)`,
                edits: [
                  { op: 'set', path: property.name.path, value: PRIMARY },
                  ...(mustBeTrue(property) ? [setValue(property, 'true')] : []),
                ],
                preferred: true,
                automatic: true,
              },
        ],
      };
    }
  },
});
