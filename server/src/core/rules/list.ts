import { invalidDeployment } from './invalid-deployment';
import { managerServiceTypeNotAManager } from './manager-service-type-not-a-manager';
import { missingClustering } from './missing-clustering';
import { missingDeployment } from './missing-deployment';
import { missingManagerServiceType } from './missing-manager-service-type';
import { missingPrimary } from './missing-primary';
import { missingServiceGroup } from './missing-service-group';
import { missingServiceGroupParameter } from './missing-service-group-parameter';
import { missingWorkerHostName } from './missing-worker-host-name';
import { missingWorkerServiceType } from './missing-worker-service-type';
import { prefixedPrimary } from './prefixed-primary';
import type { Rule } from './rule';
import { sameDeployment } from './same-deployment';
import { sameHost } from './same-host';
import { serviceGroupMismatch } from './service-group-mismatch';
import { serviceGroupParameterMismatch } from './service-group-parameter-mismatch';
import { unknownManagerServiceType } from './unknown-manager-service-type';
import { unknownWorkerServiceType } from './unknown-worker-service-type';
import { unreadServiceGroupSpelling } from './unread-service-group-spelling';
import { workerHostNameMismatch } from './worker-host-name-mismatch';
import { workerServiceTypeNotAWorker } from './worker-service-type-not-a-worker';

/** THE list of rules. */
export const RULES: readonly Rule[] = [
  missingServiceGroup,
  serviceGroupMismatch,
  sameHost,
  missingServiceGroupParameter,
  serviceGroupParameterMismatch,
  unreadServiceGroupSpelling,
  invalidDeployment,
  missingDeployment,
  sameDeployment,
  missingManagerServiceType,
  missingWorkerServiceType,
  unknownManagerServiceType,
  unknownWorkerServiceType,
  managerServiceTypeNotAManager,
  workerServiceTypeNotAWorker,
  missingWorkerHostName,
  workerHostNameMismatch,
  missingPrimary,
  prefixedPrimary,
  missingClustering,
];
