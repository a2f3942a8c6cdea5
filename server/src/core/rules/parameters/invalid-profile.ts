import { payloadProperty } from '../../model/cartridge';
import { literal } from '../../model/scalar';
import { CONFIG_PROFILE, PROFILES } from '../../vocabulary/configParameters';
import { setTo } from '../support/parameterFixes';
import { cartridgeRule } from '../engine/rule';

export const invalidProfile = cartridgeRule({
  id: 'invalid-profile',
  scope: 'file',
  dialects: ['4.1'],
  severity: 'warning',
  summary: 'The profile of an API Manager cartridge is unknown or does not match its service type.',
  requires: 'The profile of an API Manager cartridge is known, and matches its service type.',
  why: 'The profile decides which server is started. With the wrong one, the members do not find each other.',
  source: 'startup-handler.py of wso2am (cartridges of Private PaaS 4.1)',
  check(cartridge, report) {
    const type = literal(cartridge.facts.type)?.text;
    const value = literal(payloadProperty(cartridge, CONFIG_PROFILE)?.value);
    if (!type?.startsWith('wso2am-') || !value) return;
    const suffix = /^wso2am-[\w.]+-(.+)$/.exec(type)?.[1];
    const fitting = [...PROFILES].find(([, ofProfile]) => suffix !== undefined && ofProfile === suffix)?.[0];
    const isKnown = PROFILES.has(value.text);
    if (isKnown && (fitting === undefined || fitting === value.text)) return;
    report({
      at: { path: value.path },
      message: isKnown
        ? `${CONFIG_PROFILE} is "${value.text}", but the profile of "${type}" is "${fitting}". The members do not find each other. Use "${fitting}".`
        : `${CONFIG_PROFILE} "${value.text}" is unknown. Use one of ${[...PROFILES.keys()].join(', ')}.`,
      fixes: () => (fitting ? [setTo(CONFIG_PROFILE, value, { value: fitting, from: 'type of this file' }, { preferred: true })] : []),
    });
  },
});
