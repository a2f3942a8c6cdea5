import { literal } from '../../model/scalar';
import { endsOf, violatingEnds } from '../pairs';
import type { Pairing } from './pairing';

/** In 4.0 the parameter DEPLOYMENT states the role, and another one names the service type of the partner. */
export const byParameter40: Pairing = {
  roleOf: ({ role }) => role,
  hostOf: ({ host }) => literal(host)?.text,
  workerHostOf: ({ workerHost }) => literal(workerHost)?.text,
  endsOf,
  violating: violatingEnds,
};
