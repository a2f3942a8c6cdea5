import { payloadProperty, type Cartridge } from '../../model/cartridge';
import type { Property } from '../../model/property';
import { nowCalled } from '../../vocabulary/configParameters';
import { PAYLOAD_PREFIX, payloadNameOf } from '../../vocabulary/payloadParameters';
import { deleteEntry } from '../support/parameterFixes';
import { cartridgeRule, editHere, type Report } from '../engine/rule';

export const unreadParameter = cartridgeRule({
  id: 'unread-parameter',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'info',
  summary: 'A payload parameter has a name that the cartridges of 4.1 read no longer.',
  requires: 'A payload parameter has a name that the cartridges of 4.1 read.',
  why: 'Four names have changed: `MB_IP` is `MB_URLS` now, `CEP_IP` is `CEP_URLS`, `…_DRIVER_CLASS_NAME` is `…_DRIVER`, and `WSO2_WSO2_…` is `WSO2_…`. Nothing reads the old ones.',
  source: 'Templates and plugins of the cartridges of Private PaaS 4.1, whose own samples were renamed in four commits',
  check(cartridge, report) {
    for (const property of cartridge.properties.needsChecking) {
      const { text } = property.name;
      if (!text.startsWith(PAYLOAD_PREFIX)) continue;
      const written = text.slice(PAYLOAD_PREFIX.length);
      const now = nowCalled(written);
      if (now !== undefined) report(renamed(cartridge, property, written, now));
    }
  },
});

function renamed(cartridge: Cartridge, property: Property, written: string, now: string): Report {
  const stands = payloadProperty(cartridge, now) !== undefined;
  const isList = now.endsWith('_URLS');
  return {
    at: { path: property.name.path },
    message: `${written} is a name of earlier releases. The cartridges of 4.1 ignore it. ${
      stands ? `${now} is there as well. Delete this one.` : `Rename it to ${now}${isList ? ', and add the port to its value' : ''}.`
    }`,
    fixes: () => [
      stands
        ? deleteEntry(written, property)
        : {
            title: `Rename to ${payloadNameOf(now)}`,
            change: editHere([{ op: 'set', path: property.name.path, value: payloadNameOf(now) }]),
            preferred: true,
          },
    ],
  };
}
