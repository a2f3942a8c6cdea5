import { clusteringWithoutPrimary } from './clustering-without-primary';
import { commitEnabledOnWorker } from './commit-enabled-on-worker';
import { invalidDeployment } from './invalid-deployment';
import { managerServiceTypeNotAManager } from './manager-service-type-not-a-manager';
import { missingClustering } from './missing-clustering';
import { missingCommitEnabled } from './missing-commit-enabled';
import { missingDeployment } from './missing-deployment';
import { missingManagerServiceType } from './missing-manager-service-type';
import { missingPrimary } from './missing-primary';
import { missingServiceGroup } from './missing-service-group';
import { missingServiceGroupParameter } from './missing-service-group-parameter';
import { missingWorkerHostName } from './missing-worker-host-name';
import { missingWorkerServiceType } from './missing-worker-service-type';
import { misspelledPayloadParameter } from './misspelled-payload-parameter';
import { misspelledPayloadPrefix } from './misspelled-payload-prefix';
import { noGuaranteedWorker } from './no-guaranteed-worker';
import { notMultiTenant } from './not-multi-tenant';
import { ownServiceTypeMismatch } from './own-service-type-mismatch';
import { prefixedPrimary } from './prefixed-primary';
import { sameDeployment } from './same-deployment';
import { sameHost } from './same-host';
import { serviceGroupDisagreement } from './service-group-disagreement';
import { serviceGroupMismatch } from './service-group-mismatch';
import { serviceGroupParameterMismatch } from './service-group-parameter-mismatch';
import { unknownManagerServiceType } from './unknown-manager-service-type';
import { unknownWorkerServiceType } from './unknown-worker-service-type';
import { unprefixedPayloadParameter } from './unprefixed-payload-parameter';
import { unreadServiceGroupSpelling } from './unread-service-group-spelling';
import { unreciprocatedPartner } from './unreciprocated-partner';
import { versionMismatch } from './version-mismatch';
import { workerHostNameMismatch } from './worker-host-name-mismatch';
import { workerHostNameOnWorker } from './worker-host-name-on-worker';
import { workerServiceTypeNotAWorker } from './worker-service-type-not-a-worker';
import type { Rule } from './rule';

/** THE list of rules. */
export const RULES: readonly Rule[] = [
  missingServiceGroup,
  serviceGroupMismatch,
  sameHost,
  missingServiceGroupParameter,
  serviceGroupParameterMismatch,
  serviceGroupDisagreement,
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
  ownServiceTypeMismatch,
  unreciprocatedPartner,
  noGuaranteedWorker,
  missingWorkerHostName,
  workerHostNameMismatch,
  workerHostNameOnWorker,
  missingPrimary,
  prefixedPrimary,
  missingClustering,
  unprefixedPayloadParameter,
  misspelledPayloadPrefix,
  misspelledPayloadParameter,
  clusteringWithoutPrimary,
  commitEnabledOnWorker,
  missingCommitEnabled,
  notMultiTenant,
  versionMismatch,
];
