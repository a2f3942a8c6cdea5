import { apiManagerHostNameMismatch } from './api-manager-host-name-mismatch';
import { clusteringMismatch } from './clustering-mismatch';
import { clusteringWithoutPrimary } from './clustering-without-primary';
import { commitEnabledOnWorker } from './commit-enabled-on-worker';
import { committedSecret } from './committed-secret';
import { domainMismatch } from './domain-mismatch';
import { duplicateField } from './duplicate-field';
import { duplicateId } from './duplicate-id';
import { duplicatePort } from './duplicate-port';
import { duplicateProperty } from './duplicate-property';
import { duplicateServiceType } from './duplicate-service-type';
import { emptyPropertyValue } from './empty-property-value';
import { foreignApiManagerMember } from './foreign-api-manager-member';
import { invalidAlias } from './invalid-alias';
import { invalidBoolean } from './invalid-boolean';
import { invalidClusteringValue } from './invalid-clustering-value';
import { invalidDeployment } from './invalid-deployment';
import { invalidKubernetesPortType } from './invalid-kubernetes-port-type';
import { invalidLoadBalancerProperty } from './invalid-load-balancer-property';
import { invalidNumber } from './invalid-number';
import { invalidPartitionAlgorithm } from './invalid-partition-algorithm';
import { invalidProfile } from './invalid-profile';
import { invalidStartupOrder } from './invalid-startup-order';
import { leftoverParameter } from './leftover-4-0-parameter';
import { lenientJson } from './lenient-json';
import { managerServiceTypeNotAManager } from './manager-service-type-not-a-manager';
import { missingApiManagerCounterpart } from './missing-api-manager-counterpart';
import { missingApiManagerHostName } from './missing-api-manager-host-name';
import { missingCategory } from './missing-category';
import { missingClustering } from './missing-clustering';
import { missingCommitEnabled } from './missing-commit-enabled';
import { missingDeployment } from './missing-deployment';
import { missingField } from './missing-field';
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
import { oversizedFile } from './oversized-file';
import { ownServiceTypeMismatch } from './own-service-type-mismatch';
import { paddedValue } from './padded-value';
import { payloadValueSeparator } from './payload-value-separator';
import { prefixedPrimary } from './prefixed-primary';
import { regionNotInImage } from './region-not-in-image';
import { reservedPayloadParameter } from './reserved-payload-parameter';
import { sameDeployment } from './same-deployment';
import { sameHost } from './same-host';
import { serviceGroupDisagreement } from './service-group-disagreement';
import { serviceGroupMismatch } from './service-group-mismatch';
import { serviceGroupParameterMismatch } from './service-group-parameter-mismatch';
import { serviceGroupParameterNotApim } from './service-group-parameter-not-apim';
import { serviceOfSingleTenantCartridge } from './service-of-single-tenant-cartridge';
import { syntaxError } from './syntax-error';
import { unknownAutoscalePolicy } from './unknown-autoscale-policy';
import { unknownAutoscalingPolicy } from './unknown-autoscaling-policy';
import { unknownCartridgeGroup } from './unknown-cartridge-group';
import { unknownCartridgeType } from './unknown-cartridge-type';
import { unknownDeploymentPolicy } from './unknown-deployment-policy';
import { unknownField } from './unknown-field';
import { unknownManagerServiceType } from './unknown-manager-service-type';
import { unknownNetworkPartition } from './unknown-network-partition';
import { unknownPartition } from './unknown-partition';
import { unknownPolicy } from './unknown-policy';
import { unknownWorkerServiceType } from './unknown-worker-service-type';
import { unofferedIaas } from './unoffered-iaas';
import { unprefixedPayloadParameter } from './unprefixed-payload-parameter';
import { unreadServiceGroupSpelling } from './unread-service-group-spelling';
import { unreciprocatedPartner } from './unreciprocated-partner';
import { unusableLoadBalancer } from './unusable-load-balancer';
import { versionMismatch } from './version-mismatch';
import { workerHostNameMismatch } from './worker-host-name-mismatch';
import { workerHostNameOnWorker } from './worker-host-name-on-worker';
import { workerServiceTypeNotAWorker } from './worker-service-type-not-a-worker';
import { wrappedDefinition } from './wrapped-definition';
import { wrongEncoding } from './wrong-encoding';
import { wrongType } from './wrong-type';
import type { Rule, TextRule } from './rule';

/** THE list of rules. */
export const RULES: readonly Rule[] = [
  // 4.0: worker/manager separation
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
  // 4.0: the API Manager members
  missingApiManagerHostName,
  apiManagerHostNameMismatch,
  foreignApiManagerMember,
  serviceGroupParameterNotApim,
  missingApiManagerCounterpart,
  // every recognised file, both dialects
  committedSecret,
  // 4.0: every cartridge
  payloadValueSeparator,
  paddedValue,
  emptyPropertyValue,
  duplicateProperty,
  reservedPayloadParameter,
  missingField,
  invalidNumber,
  invalidBoolean,
  wrongType,
  unknownField,
  duplicatePort,
  duplicateServiceType,
  wrappedDefinition,
  invalidLoadBalancerProperty,
  unusableLoadBalancer,
  unknownPolicy,
  // 4.0: the files beside the cartridges
  unknownCartridgeType,
  unknownDeploymentPolicy,
  unknownAutoscalePolicy,
  unknownPartition,
  serviceOfSingleTenantCartridge,
  unofferedIaas,
  regionNotInImage,
  invalidPartitionAlgorithm,
  invalidAlias,
  duplicateId,
  // 4.1
  leftoverParameter,
  missingCategory,
  invalidClusteringValue,
  clusteringMismatch,
  domainMismatch,
  invalidKubernetesPortType,
  invalidProfile,
  unknownCartridgeGroup,
  unknownAutoscalingPolicy,
  unknownNetworkPartition,
  invalidStartupOrder,
];

/** Those on the text of a file. */
export const TEXT_RULES: readonly TextRule[] = [oversizedFile, wrongEncoding, syntaxError, lenientJson, duplicateField];
