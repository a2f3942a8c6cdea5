import { apiManagerHostNameMismatch } from './api-manager/api-manager-host-name-mismatch';
import { clusteringMismatch } from './pair/clustering-mismatch';
import { clusteringWithoutPrimary } from './pair/clustering-without-primary';
import { commitEnabledOnWorker } from './pair/commit-enabled-on-worker';
import { committedSecret } from './parameters/committed-secret';
import { domainMismatch } from './pair/domain-mismatch';
import { duplicateAlias } from './references/duplicate-alias';
import { duplicateDeploymentPolicy } from './references/duplicate-deployment-policy';
import { duplicateField } from './text/duplicate-field';
import { duplicateId } from './references/duplicate-id';
import { duplicatePort } from './fields/duplicate-port';
import { duplicateProperty } from './parameters/duplicate-property';
import { duplicateServiceType } from './references/duplicate-service-type';
import { emptyPropertyValue } from './parameters/empty-property-value';
import { foreignApiManagerMember } from './api-manager/foreign-api-manager-member';
import { invalidAlias } from './fields/invalid-alias';
import { invalidBoolean } from './fields/invalid-boolean';
import { invalidClusteringValue } from './parameters/invalid-clustering-value';
import { invalidDeployment } from './pair/invalid-deployment';
import { invalidKubernetesPortType } from './fields/invalid-kubernetes-port-type';
import { invalidLoadBalancerProperty } from './parameters/invalid-load-balancer-property';
import { invalidNumber } from './fields/invalid-number';
import { invalidPartitionAlgorithm } from './fields/invalid-partition-algorithm';
import { invalidProfile } from './parameters/invalid-profile';
import { invalidScalingDependents } from './references/invalid-scaling-dependents';
import { invalidStartupOrder } from './references/invalid-startup-order';
import { invalidTerminationBehaviour } from './fields/invalid-termination-behaviour';
import { leftoverParameter } from './parameters/leftover-4-0-parameter';
import { invalidConfiguration } from './text/invalid-configuration';
import { lenientJson } from './text/lenient-json';
import { managerServiceTypeNotAManager } from './pair/manager-service-type-not-a-manager';
import { missingApiManagerCounterpart } from './api-manager/missing-api-manager-counterpart';
import { missingApiManagerHostName } from './api-manager/missing-api-manager-host-name';
import { missingCategory } from './fields/missing-category';
import { missingClustering } from './pair/missing-clustering';
import { missingCommitEnabled } from './pair/missing-commit-enabled';
import { missingDeployment } from './pair/missing-deployment';
import { missingDeploymentPolicy } from './references/missing-deployment-policy';
import { missingField } from './fields/missing-field';
import { missingManagerServiceType } from './pair/missing-manager-service-type';
import { missingNetworkPartition } from './fields/missing-network-partition';
import { missingPersistence } from './references/missing-persistence';
import { missingPrimary } from './pair/missing-primary';
import { missingServiceGroup } from './pair/missing-service-group';
import { missingServiceGroupParameter } from './pair/missing-service-group-parameter';
import { missingThreshold } from './fields/missing-threshold';
import { missingWorkerHostName } from './pair/missing-worker-host-name';
import { missingWorkerServiceType } from './pair/missing-worker-service-type';
import { misspelledPartitionProperty } from './fields/misspelled-partition-property';
import { misspelledPayloadParameter } from './parameters/misspelled-payload-parameter';
import { misspelledPayloadPrefix } from './parameters/misspelled-payload-prefix';
import { multiTenantMismatch } from './pair/multi-tenant-mismatch';
import { noGuaranteedWorker } from './pair/no-guaranteed-worker';
import { notMultiTenant } from './pair/not-multi-tenant';
import { oversizedFile } from './text/oversized-file';
import { ownServiceTypeMismatch } from './pair/own-service-type-mismatch';
import { paddedValue } from './parameters/padded-value';
import { payloadValueSeparator } from './parameters/payload-value-separator';
import { prefixedPrimary } from './pair/prefixed-primary';
import { regionNotInImage } from './fields/region-not-in-image';
import { reservedPayloadParameter } from './parameters/reserved-payload-parameter';
import { sameDeployment } from './pair/same-deployment';
import { sameHost } from './pair/same-host';
import { serviceGroupDisagreement } from './pair/service-group-disagreement';
import { serviceGroupMismatch } from './pair/service-group-mismatch';
import { serviceGroupParameterMismatch } from './pair/service-group-parameter-mismatch';
import { serviceGroupParameterNotApim } from './api-manager/service-group-parameter-not-apim';
import { serviceOfSingleTenantCartridge } from './references/service-of-single-tenant-cartridge';
import { syntaxError } from './text/syntax-error';
import { unknownAlias } from './references/unknown-alias';
import { unknownAutoscalePolicy } from './references/unknown-autoscale-policy';
import { unknownAutoscalingPolicy } from './references/unknown-autoscaling-policy';
import { unknownCartridgeGroup } from './references/unknown-cartridge-group';
import { unknownCartridgeType } from './references/unknown-cartridge-type';
import { unknownDeploymentPolicy } from './references/unknown-deployment-policy';
import { unknownField } from './fields/unknown-field';
import { unknownManagerServiceType } from './pair/unknown-manager-service-type';
import { unknownNetworkPartition } from './references/unknown-network-partition';
import { unknownPartition } from './references/unknown-partition';
import { unknownPolicy } from './references/unknown-policy';
import { unknownWorkerServiceType } from './pair/unknown-worker-service-type';
import { unofferedIaas } from './references/unoffered-iaas';
import { unprefixedPayloadParameter } from './parameters/unprefixed-payload-parameter';
import { unreadParameter } from './parameters/unread-parameter';
import { unreadServiceGroupSpelling } from './pair/unread-service-group-spelling';
import { unreadThreshold } from './fields/unread-threshold';
import { unreciprocatedPartner } from './pair/unreciprocated-partner';
import { unusableLoadBalancer } from './references/unusable-load-balancer';
import { versionMismatch } from './pair/version-mismatch';
import { workerHostNameMismatch } from './pair/worker-host-name-mismatch';
import { workerHostNameOnWorker } from './pair/worker-host-name-on-worker';
import { workerServiceTypeNotAWorker } from './pair/worker-service-type-not-a-worker';
import { wrappedDefinition } from './fields/wrapped-definition';
import { unusedAllow } from './text/unused-allow';
import { wrongEncoding } from './text/wrong-encoding';
import { wrongType } from './fields/wrong-type';
import type { Rule, TextRule } from './engine/rule';

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
  misspelledPartitionProperty,
  missingPersistence,
  unreadThreshold,
  missingThreshold,
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
  invalidScalingDependents,
  invalidTerminationBehaviour,
  duplicateAlias,
  duplicateDeploymentPolicy,
  missingDeploymentPolicy,
  unknownAlias,
  missingNetworkPartition,
  unreadParameter,
  multiTenantMismatch,
];

/** Those on the text of a file. */
export const TEXT_RULES: readonly TextRule[] = [
  oversizedFile,
  wrongEncoding,
  syntaxError,
  lenientJson,
  duplicateField,
  invalidConfiguration,
  unusedAllow,
];
