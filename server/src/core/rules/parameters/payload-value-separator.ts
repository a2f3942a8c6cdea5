import { asTheAgentReads } from '../../model/property';
import { isPlaceholder } from '../../vocabulary/placeholders';
import {
  CLUSTERING,
  DEPLOYMENT,
  MANAGER_SERVICE_TYPE,
  PAYLOAD_PREFIX,
  SERVICE_GROUP,
  WORKER_SERVICE_TYPE,
} from '../../vocabulary/payloadParameters';
import { cartridgeRule } from '../engine/rule';
import type { Severity } from '../engine/report';
import type { LocatedString } from '../../model/scalar';
import type { Dialect } from '../../model/artifact';

/** Parameters that decide what an instance is: a part of a value that reads like one of them replaces it. */
const DECISIVE: readonly string[] = [
  DEPLOYMENT,
  CLUSTERING,
  MANAGER_SERVICE_TYPE,
  WORKER_SERVICE_TYPE,
  SERVICE_GROUP,
  'SERVICE_NAME',
  'CLUSTER_ID',
  'PORTS',
];

interface Agent {
  readonly separators: RegExp;
  /** How bad it is that a part of a value replaces a parameter. */
  readonly replaced: Severity;
  readonly messageOn: (parameter: string, value: LocatedString) => string;
}

/** How the agents of the dialects split what they get. */
const AGENTS: Readonly<Record<Dialect, Agent>> = {
  '4.0': {
    separators: /[,=]/,
    replaced: 'error',
    messageOn: (parameter, value) =>
      `${parameter} contains "," or "=": the agent reads only ${JSON.stringify(asTheAgentReads(value).text)}. Use a value without "," and "=".`,
  },
  '4.1': {
    separators: /,/,
    replaced: 'warning',
    messageOn: parameter => `${parameter} contains ",": the agent reads only the part before it. Use a value without ",".`,
  },
};

export const payloadValueSeparator = cartridgeRule({
  id: 'payload-value-separator',
  scope: 'file',
  dialects: ['4.0', '4.1'],
  severity: 'warning',
  summary: 'The value of a payload parameter contains a `,`, or in 4.0 a `=`.',
  requires: 'The value of a payload parameter contains no `,`, and in 4.0 no `=`.',
  why: 'The platform writes all parameters into one line, as `,name=value`, without escaping. The agent splits the line at these characters. It cuts the value there, and reads the rest as another parameter.',
  source:
    'CartridgeAgentConfiguration.java:269-281, stratos_sendinfo.rb:23-29 (Private PaaS 4.0.0); the Python agent of 4.1 splits at the comma',
  check({ properties, dialect }, report) {
    const { separators, replaced, messageOn } = AGENTS[dialect];
    for (const { name, value } of properties.needsChecking) {
      if (!value || !name.text.startsWith(PAYLOAD_PREFIX) || isPlaceholder(value.text)) continue;
      if (!separators.test(value.text)) continue;
      const injected = value.text
        .split(',')
        .slice(1)
        .map(part => part.split('='))
        .find(([key = '', ...rest]) => rest.length > 0 && DECISIVE.includes(key));
      const parameter = name.text.slice(PAYLOAD_PREFIX.length);
      report({
        at: { path: value.path },
        subject: parameter,
        severity: injected ? replaced : 'warning',
        message: injected
          ? `${parameter} contains ",": the agent reads "${injected[0]}" as a separate parameter, which replaces the real one. Use a value without ",".`
          : messageOn(parameter, value),
      });
    }
  },
});
