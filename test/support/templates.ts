/** Valid files of every kind but the pair, for the cases that name them. */
const cartridge = (type: string, host: string, more: string, properties: string[]) => `{
  "type": "${type}",
  "provider": "wso2",
${more}  "host": "${host}",
  "version": "1.7.0",
  "portMapping": [
    { "protocol": "https", "port": 9443, "proxyPort": 443 }
  ],
  "iaasProvider": [
    { "type": "ec2", "imageId": "eu-west-1/ami-4b7c2d10" }
  ],
  "property": [
${properties.map(property => `    ${property}`).join(',\n')}
  ]
}
`;
const parameter = (name: string, value: string) => `{ "name": "payload_parameter.${name}", "value": "${value}" }`;
const PRIMARY = '{ "name": "PRIMARY", "value": "true" }';
const APIM = '  "serviceGroup": "apim",\n  "multiTenant": true,\n';
const GATEWAY = parameter('GATEWAY_HOST_NAME', 'gateway.example.com');
const GATEWAY_MGT = parameter('GATEWAY_MGT_HOST_NAME', 'mgt.gateway.example.com');
const KEYMANAGER = parameter('KEYMANAGER_HOST_NAME', 'keymanager.example.com');
const CLUSTERED = [parameter('SERIVCE_GROUP', 'apim'), PRIMARY, parameter('CLUSTERING', 'true')];
const NEWER = '  "category": "framework",\n  "multiTenant": true,\n';

export const TEMPLATES: Readonly<Record<string, string>> = {
  'php.json': cartridge('php', 'php.example.com', '  "loadBalancer": {},\n  "multiTenant": false,\n', [parameter('JAVA_OPTS', '-Xmx1g')]),
  'lb.json': cartridge('lb', 'lb.example.com', '  "loadBalancer": {},\n  "multiTenant": false,\n', [
    '{ "name": "load.balancer", "value": "true" }',
  ]).replace('"wso2"', '"lb"'),
  'gateway.json': cartridge('gateway', 'gateway.example.com', APIM, [
    ...CLUSTERED,
    parameter('DEPLOYMENT', 'worker'),
    parameter('MANAGER_SERVICE_TYPE', 'gatewaymgt'),
    KEYMANAGER,
  ]),
  'gatewaymgt.json': cartridge('gatewaymgt', 'mgt.gateway.example.com', APIM, [
    ...CLUSTERED,
    parameter('DEPLOYMENT', 'manager'),
    parameter('WORKER_SERVICE_TYPE', 'gateway'),
    parameter('COMMIT_ENABLED', 'true'),
    KEYMANAGER,
  ]),
  'keymanager.json': cartridge('keymanager', 'keymanager.example.com', APIM, [...CLUSTERED, GATEWAY]),
  'publisher.json': cartridge('publisher', 'publisher.example.com', APIM, [...CLUSTERED, GATEWAY, GATEWAY_MGT, KEYMANAGER]),
  'store.json': cartridge('apistore', 'store.example.com', APIM, [...CLUSTERED, GATEWAY, GATEWAY_MGT, KEYMANAGER]),
  'partition.json': `{
  "id": "P1",
  "provider": "ec2",
  "property": [
    { "name": "region", "value": "eu-west-1" }
  ]
}
`,
  'policy.json': `{
  "id": "one-member",
  "partitionGroup": {
    "id": "group1",
    "partitionAlgo": "one-after-another",
    "partition": [
      { "id": "P1", "partitionMin": 1, "partitionMax": 4 }
    ]
  }
}
`,
  'economy.json': `{
  "id": "economy",
  "loadThresholds": {
    "requestsInFlight": { "average": "300" },
    "memoryConsumption": { "average": "80" },
    "loadAverage": { "average": "6" }
  }
}
`,
  'service.json': `{
  "serviceName": "esbworker",
  "cartridgeType": "esbworker",
  "deploymentPolicyName": "one-member",
  "autoscalingPolicyName": "economy",
  "tenantRange": "*"
}
`,
  'subscription.json': `{
  "cartridgeType": "php",
  "alias": "my-php",
  "repoURL": "https://example.com/php.git",
  "autoscalePolicy": "economy",
  "deploymentPolicy": "one-member"
}
`,
  'wso2esb-490-manager.json': cartridge('wso2esb-490-manager', 'mgt.esb.example.com', NEWER, [
    parameter('CONFIG_PARAM_CLUSTERING', 'true'),
    parameter('CONFIG_PARAM_DOMAIN', 'esb.domain'),
    parameter('COMMIT_ENABLED', 'true'),
  ]),
  'wso2esb-490-worker.json': cartridge('wso2esb-490-worker', 'esb.example.com', NEWER, [
    parameter('CONFIG_PARAM_CLUSTERING', 'true'),
    parameter('CONFIG_PARAM_DOMAIN', 'esb.domain'),
  ]),
  'group.json': `{
  "name": "esb-group",
  "cartridges": ["wso2esb-490-manager", "wso2esb-490-worker"],
  "dependencies": {
    "startupOrders": [
      { "aliases": ["cartridge.esb-manager"] }
    ]
  }
}
`,
  'application.json': `{
  "applicationId": "esb",
  "alias": "esb-application",
  "components": {
    "groups": [
      {
        "name": "esb-group",
        "alias": "esb",
        "deploymentPolicy": "two-members",
        "cartridges": [
          {
            "type": "wso2esb-490-manager",
            "subscribableInfo": { "alias": "esb-manager", "autoscalingPolicy": "scaling" }
          }
        ],
        "dependencies": {
          "startupOrders": [
            { "aliases": ["cartridge.esb-manager", "group.esb"] }
          ]
        }
      }
    ]
  }
}
`,
  'domain-mapping.json': `{
  "domainMappings": [
    { "cartridgeAlias": "esb-manager", "domainName": "esb.example.com", "contextPath": "/" }
  ]
}
`,
  'sign-up.json': `{
  "artifactRepositories": [
    { "alias": "esb-manager", "privateRepo": false, "repoUrl": "https://example.com/esb.git" }
  ]
}
`,
  'deployment.json': `{
  "id": "two-members",
  "networkPartitions": [
    {
      "id": "europe",
      "partitionAlgo": "round-robin",
      "partitions": [
        { "id": "west", "partitionMax": 2 }
      ]
    }
  ]
}
`,
  'network.json': `{
  "id": "europe",
  "provider": "ec2",
  "partitions": [
    { "id": "west" }
  ]
}
`,
  'application-policy.json': `{
  "id": "spread",
  "algorithm": "one-after-another",
  "networkPartitions": [
    "europe"
  ]
}
`,
  'scaling.json': `{
  "id": "scaling",
  "loadThresholds": {
    "loadAverage": { "threshold": 80 }
  }
}
`,
};
