import assert from 'node:assert/strict';
import { mayBeDefinition, recognise, type JsonValue } from '../../server/src/core';

const kindOf = (value: JsonValue): string | undefined => {
  const artifact = recognise(value);
  return artifact && `${artifact.kind} ${artifact.dialect}`;
};

describe('recognition', () => {
  const ours: [string, JsonValue][] = [
    ['cartridge 4.0', { iaasProvider: [] }],
    ['cartridge 4.0', { type: 'esb', portMapping: { port: '9443' } }],
    ['cartridge 4.0', { type: 'esb', property: [{ name: 'a', value: 'b' }] }],
    ['cartridge 4.0', { type: 'esb', host: 'h', provider: 'wso2' }],
    ['cartridge 4.0', { cartridgeDefinitionBean: {} }],
    ['cartridge 4.0', { type: 'esb', iaasProvider: [], serviceGroup: 'g', loadBalancingIPType: 'public' }],
    ['cartridge 4.1', { type: 'esb', iaasProvider: [], category: 'framework', serviceGroup: 'g' }],
    ['cartridge 4.1', { type: 'esb', portMapping: [{ name: 'http', port: 1 }] }],
    ['cartridge 4.1', { type: 'esb', iaasProvider: [], persistence: { required: true, volume: [] } }],
    ['deployment policy 4.0', { id: 'p', partitionGroup: {} }],
    ['autoscale policy 4.0', { id: 'e', loadThresholds: { loadAverage: { average: 1 } } }],
    ['autoscale policy 4.1', { id: 'e', loadThresholds: { loadAverage: { threshold: 1 } } }],
    ['subscription 4.0', { cartridgeType: 'php', alias: 'a' }],
    ['service deployment 4.0', { cartridgeType: 'esb', tenantRange: '*' }],
    ['application 4.1', { applicationId: 'a' }],
    ['application 4.1', { components: { groups: [] } }],
    ['deployment policy 4.1', { id: 'd', networkPartitions: [{ id: 'n' }] }],
    ['application policy 4.1', { id: 'a', networkPartitions: ['n'] }],
    ['network partition 4.1', { id: 'n', provider: 'ec2', partitions: [] }],
    ['network partition 4.1', { id: 'n', partitions: [{ id: 'p', provider: 'ec2' }] }],
    ['network partition 4.1', { id: 'n', partitions: { id: 'p', property: [] } }],
    ['deployment policy 4.1', { id: 'd', networkPartitions: [] }],
    ['application policy 4.1', { id: 'a', algorithm: 'all-at-once', networkPartitions: [] }],
    ['partition 4.0', { partition: { id: 'P1', provider: 'ec2', property: [] } }],
    ['autoscale policy 4.0', { autoscalePolicy: { id: 'e', loadThresholds: { loadAverage: { average: 1 } } } }],
    ['deployment policy 4.0', { deploymentPolicy: { id: 'p', partitionGroup: {} } }],
    ['subscription 4.0', { cartridgeInfoBean: { cartridgeType: 'php', alias: 'a' } }],
    ['service deployment 4.0', { serviceDefinitionBean: { cartridgeType: 'esb', tenantRange: '*' } }],
    ['autoscale policy 4.0', { id: 'e', loadThresholds: { loadAverage: { upperLimit: 1 } } }],
    ['partition 4.0', { id: 'P1', provider: 'ec2', property: [] }],
    ['cartridge group 4.1', { name: 'g', cartridges: ['esb'] }],
    ['cartridge group 4.1', { name: 'g', groups: [], dependencies: {} }],
    ['cartridge group 4.1', { name: 'g', cartridges: [] }],
    ['cartridge group 4.1', { name: 'g', groups: [{ name: 'h', cartridges: ['esb'] }] }],
    ['cartridge group 4.1', { name: 'g', groups: [{ name: 'h', groups: [{ name: 'i' }] }] }],
    ['domain mapping 4.1', { domainMappings: [{ cartridgeAlias: 'esb', domainName: 'd.example.com' }] }],
    ['sign-up 4.1', { artifactRepositories: [{ alias: 'esb', repoUrl: 'https://example.com/esb.git' }] }],
  ];
  for (const [kind, value] of ours) {
    it(`${kind}: ${JSON.stringify(value)}`, () => {
      assert.equal(kindOf(value), kind);
      assert.ok(mayBeDefinition(JSON.stringify(value)), 'the editor would not start the server for it');
    });
  }

  const others: [string, JsonValue][] = [
    ['package.json', { name: 'x', version: '1.0.0', type: 'module', scripts: {}, dependencies: {} }],
    ['an OpenAPI document', { openapi: '3.0.0', info: {}, paths: {}, components: { schemas: {} } }],
    ['CycloneDX', { bomFormat: 'CycloneDX', components: [{ type: 'library', name: 'x' }], dependencies: [] }],
    ['GeoJSON', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'a', value: 'b' } }] }],
    ['a Kubernetes document', { kind: 'Service', spec: { type: 'LoadBalancer', ports: [{ port: 80 }] }, status: { loadBalancer: {} } }],
    ['a CloudFormation document', { Resources: { A: { Type: 'AWS::X', Properties: {} } } }],
    ['settings', { 'editor.tabSize': 2 }],
    ['a list of groups', { name: 'x', groups: ['a'] }],
    ['named groups', { name: 'x', groups: [{ name: 'a', members: [] }] }],
    ['mapped domains', { domainMappings: [{ name: 'd.example.com' }] }],
    ['repositories', { artifactRepositories: ['https://example.com'] }],
    ['a wrapper beside something else', { partition: { id: 'P1', provider: 'ec2', property: [] }, name: 'x' }],
    ['a wrapper of another kind', { partition: { id: 'e', loadThresholds: {} } }],
    ['a wrapped policy of 4.1', { autoscalePolicy: { id: 'e', loadThresholds: { loadAverage: { threshold: 1 } } } }],
    ['a disk', { id: 'sda', partitions: [{ id: 'sda1', size: 1 }] }],
    ['a predicate', { type: 'equals', property: 'age' }],
    ['a list', [{ type: 'esb', iaasProvider: [] }]],
    ['a word', 'esb'],
    ['null', null],
  ];
  for (const [what, value] of others) it(`not ${what}`, () => assert.equal(kindOf(value), undefined));
});
