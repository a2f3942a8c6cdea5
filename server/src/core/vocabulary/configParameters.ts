import { table } from './table';

/**
 * The payload parameters of 4.1, where the service type tells the role: `wso2esb-490-manager` and `wso2esb-490-worker`
 * (startup-handler.py of the cartridges of Private PaaS 4.1).
 */

export const CONFIG_CLUSTERING = 'CONFIG_PARAM_CLUSTERING';
export const CONFIG_DOMAIN = 'CONFIG_PARAM_DOMAIN';
export const CONFIG_PROFILE = 'CONFIG_PARAM_PROFILE';

export const CONFIG_PARAMETERS: readonly string[] = [CONFIG_CLUSTERING, CONFIG_DOMAIN, CONFIG_PROFILE];

const SUFFIX = /-(manager|worker)$/;

/** What follows the last part of a service type; `undefined` for a type that names no role. */
export function roleOfType(type: string): 'manager' | 'worker' | undefined {
  const role = SUFFIX.exec(type)?.[1];
  return role === 'manager' || role === 'worker' ? role : undefined;
}

/** The service type of the other half of a pair. */
export const counterpartOf = (type: string): string =>
  type.replace(SUFFIX, (_all, role: string) => (role === 'manager' ? '-worker' : '-manager'));

/** The profiles of the API Manager, and the suffix of the service type that has each. */
export const PROFILES = table<string | undefined>({
  KeyManager: 'km',
  'Gateway-Manager': 'gw-manager',
  'Gateway-Worker': 'gw-worker',
  Publisher: 'pub',
  Store: 'store',
  PubStore: 'pub-store',
  Default: undefined,
});

/** What a payload parameter of earlier releases is called in 4.1; `undefined` for any other. */
export function nowCalled(parameter: string): string | undefined {
  if (parameter === 'MB_IP' || parameter === 'CEP_IP') return parameter.replace(/IP$/, 'URLS');
  const now = parameter.replace(/^((?:CONFIG_PARAM_)?)WSO2_WSO2_/, '$1WSO2_').replace(/(.)_DRIVER_CLASS_NAME$/, '$1_DRIVER');
  return now === parameter ? undefined : now;
}
