#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { run, type Format } from './run';

const command = new Command('cartridge-check')
  .description('Checks the cartridge JSON of WSO2 Private PaaS: worker and manager definitions that must agree.')
  .argument('[path...]', 'folders and files to check; the current folder if none is given')
  .option('--fix', 'mend what has one right value, and report what is left')
  .addOption(new Option('--format <format>', 'how to report').choices(['stylish', 'json']).default('stylish'))
  .addHelpText('after', '\nExit status: 0 no error, 1 errors found, 2 wrong usage or a path that cannot be read.')
  .exitOverride()
  .action((paths: string[], options: { fix?: boolean; format: Format }) => {
    process.exitCode = run(paths, { fix: options.fix ?? false, format: options.format });
  });

try {
  command.parse();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
