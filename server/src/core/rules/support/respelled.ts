import { parameterProperty, type Cartridge } from '../../model/cartridge';
import type { Property } from '../../model/property';
import {
  CLUSTERING,
  COMMIT_ENABLED,
  DEPLOYMENT,
  GATEWAY_HOST_NAME,
  GATEWAY_MGT_HOST_NAME,
  KEYMANAGER_HOST_NAME,
  keptNote,
  MANAGER_SERVICE_TYPE,
  PRIMARY,
  propertyNameOf,
  SERVICE_GROUP,
  WORKER_HOST_NAME,
  WORKER_SERVICE_TYPE,
} from '../../vocabulary/payloadParameters';
import { table } from '../../vocabulary/table';
import { deleteEntry } from './parameterFixes';
import { editHere, type Fix, type Report } from '../engine/rule';

/** What is missing when a parameter is not found for its spelling. */
const MISSING = table<readonly string[]>({
  [SERVICE_GROUP]: ['missing-service-group-parameter'],
  [DEPLOYMENT]: ['missing-deployment'],
  [MANAGER_SERVICE_TYPE]: ['missing-manager-service-type'],
  [WORKER_SERVICE_TYPE]: ['missing-worker-service-type'],
  [WORKER_HOST_NAME]: ['missing-worker-host-name'],
  [PRIMARY]: ['missing-primary', 'clustering-without-primary'],
  [CLUSTERING]: ['missing-clustering'],
  [COMMIT_ENABLED]: ['missing-commit-enabled'],
  [GATEWAY_HOST_NAME]: [`missing-api-manager-host-name:${GATEWAY_HOST_NAME}`],
  [GATEWAY_MGT_HOST_NAME]: [`missing-api-manager-host-name:${GATEWAY_MGT_HOST_NAME}`],
  [KEYMANAGER_HOST_NAME]: [`missing-api-manager-host-name:${KEYMANAGER_HOST_NAME}`],
});

/**
 * A property whose name is a wrong way to write `parameter`: to be renamed, or deleted where there is a right one already. `problem`:
 * the first sentences of the message. It is also the missing parameter, and said as severely.
 */
export function respelled(
  cartridge: Cartridge,
  property: Property,
  parameter: string,
  problem: string,
): Report & Required<Pick<Report, 'fixes'>> {
  const right = propertyNameOf(parameter);
  const isThere = parameterProperty(cartridge, parameter) !== undefined;
  // Of several entries of the same wrong name the last that has a value would count; the others are only in the way.
  const isUseless = isThere || cartridge.properties.named(property.name.text) !== property;
  const written = property.name.text;
  const rename: Fix = {
    title: `Rename to ${right}`,
    change: editHere([{ op: 'set', path: property.name.path, value: right }]),
    preferred: true,
    applicability: 'safe',
  };
  return {
    at: { path: property.name.path },
    message: isUseless
      ? `${problem} ${isThere ? `This file already has ${right}` : 'Another entry has the same name'}. Delete this entry.`
      : `${problem} Rename it to ${right}.${keptNote(parameter)}`,
    explains: ['reserved-payload-parameter:' + written, ...(isUseless ? [] : (MISSING.get(parameter) ?? []))],
    fixes: () => [isUseless ? { ...deleteEntry(written, property), preferred: true } : rename],
  };
}
