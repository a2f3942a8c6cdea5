// Writes the JSON schema of the configuration file and the rules of the setting, from the list of rules: editors complete and validate by them.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from './npm.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const FILE = 'schemas/cartridge-check.schema.json';

/** The text of the schema. `rules`: all there are; `levels`: what a rule can be set to; `dialects`: all there are. */
export function schemaText(rules, levels, dialects) {
  const strings = description => ({ type: 'array', items: { type: 'string' }, description });
  const level = {
    type: 'object',
    description: 'Rules by id, and what they are set to.',
    properties: Object.fromEntries(
      rules.map(({ id, summary, severity }) => [id, { enum: levels, default: severity, description: summary }]),
    ),
    additionalProperties: false,
  };
  const files = strings('Patterns of files, relative to the folder of this file, such as "legacy/**".');
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of cartridge-check',
    type: 'object',
    allowTrailingCommas: true,
    allowComments: true,
    properties: {
      $schema: { type: 'string' },
      root: { type: 'boolean', default: false, description: 'Configuration files further up are not used.' },
      rules: { $ref: '#/definitions/rules' },
      overrides: {
        type: 'array',
        description: 'Rules that are set for some files only. The last entry that matches counts.',
        items: {
          type: 'object',
          properties: { files, rules: { $ref: '#/definitions/rules' } },
          required: ['files'],
          additionalProperties: false,
        },
      },
      allow: {
        type: 'array',
        description: 'Problems that are accepted, with the reason.',
        items: {
          type: 'object',
          properties: {
            rule: { enum: rules.map(({ id }) => id), description: 'The id of the rule.' },
            files,
            at: { type: 'string', description: 'The parameter, property or field that the problem is about.' },
            reason: { type: 'string', description: 'Why it is accepted.' },
          },
          required: ['rule'],
          additionalProperties: false,
        },
      },
      ignore: strings('Patterns of files that are neither checked nor used to resolve references.'),
      placeholders: {
        type: 'array',
        items: { type: 'string', minLength: 1, maxLength: 100 },
        description:
          'Texts that are replaced before a definition is deployed; "*" stands for any characters. A value with one of them is unknown, not wrong.',
      },
      dialect: { enum: dialects, default: '4.0', description: 'The version of Private PaaS of definitions that do not tell.' },
      maxFileSize: {
        type: ['string', 'integer'],
        default: '5MB',
        minimum: 1,
        pattern: '^\\s*\\d+(\\.\\d+)?\\s*[KMGkmg]?[Bb]?\\s*$',
        description: 'Maximum file size, such as "300KB" or "5MB". Larger files are not checked.',
      },
    },
    additionalProperties: false,
    definitions: { rules: level },
  };
  return JSON.stringify(schema, undefined, 2) + '\n';
}

/** The text of the manifest with the ids of the rules, and their levels, in the setting. */
export function manifestWith(manifest, rules, levels) {
  const parsed = JSON.parse(manifest);
  const setting = parsed.contributes.configuration.properties['cartridge.rules'];
  setting.propertyNames.enum = rules.map(({ id }) => id).sort();
  setting.additionalProperties.enum = levels;
  return JSON.stringify(parsed, undefined, 2) + '\n';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => {
    const require = createRequire(import.meta.url);
    const { RULES, TEXT_RULES, LEVELS, DIALECTS } = require('../out/server/src/core/index.js');
    fs.mkdirSync(path.join(ROOT, 'schemas'), { recursive: true });
    fs.writeFileSync(path.join(ROOT, FILE), schemaText([...RULES, ...TEXT_RULES], LEVELS, DIALECTS));
    const manifest = path.join(ROOT, 'package.json');
    fs.writeFileSync(manifest, manifestWith(fs.readFileSync(manifest, 'utf8'), [...RULES, ...TEXT_RULES], LEVELS));
  });
}
