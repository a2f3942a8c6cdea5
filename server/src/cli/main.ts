#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { createColors } from 'picocolors';
import { bytesOf } from '../core';
import { setV8Flags } from '../node/v8Flags';
import { wantsColors } from './colors';
import { configurationFrom, configurationOf, listOfRules, pageOf, UsageProblem } from './information';
import { printable } from './printable';
import { Progress } from './progress';
import { FORMATS } from './reporters';
import { run, type Options } from './run';

setV8Flags('grows');

const command = new Command('cartridge-check')
  .description('Checks cartridge JSON of WSO2 Private PaaS, above all worker and manager cartridges that must match.')
  .argument('[path...]', 'folders and files to check (default: the current folder)')
  .option('--fix', 'apply safe fixes; report the remaining problems', false)
  .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('stylish'))
  .addOption(
    new Option(
      '--max-size <size>',
      'maximum file size, such as 300KB or 5MB; larger files are not checked (default: as configured, else 5MB)',
    ).argParser(asBytes),
  )
  .addOption(new Option('--config <file>', 'use this configuration file instead of those that are found'))
  .addOption(new Option('--no-config', 'use no configuration file'))
  .option('--rules', 'print all rules with their severity in the current folder, and what they report')
  .option('--explain <id>', 'print the page of a rule')
  .option('--print-config <file>', 'print what holds for a file, and which configuration file says so')
  .option('--color', 'always print colours')
  .option('--no-color', 'never print colours')
  .addHelpText('after', '\nExit status: 0 no errors, 1 errors found, 2 wrong usage or a path that cannot be read, 130 interrupted.')
  .configureOutput({ outputError: (message, write) => write(complaint(message)) })
  .showHelpAfterError("Try 'cartridge-check --help' for more information.")
  .exitOverride()
  .action(check);

interface CommandOptions extends Options {
  readonly color?: boolean;
  /** `false`: none; absent: those that are found. */
  readonly config?: string | boolean;
  readonly rules?: boolean;
  readonly explain?: string;
  readonly printConfig?: string;
}

/** Ctrl+C is heard between two files: what is being written then is written to its end. */
async function check(paths: string[], { config, rules, explain, printConfig, ...options }: CommandOptions): Promise<void> {
  const colors = createColors(wantsColors(options.color, process.stdout, process.env));
  const out = { write: (text: string) => void process.stdout.write(text), colors };
  try {
    if (explain !== undefined) return out.write(pageOf(explain));
    const configuration = configurationFrom(config);
    if (rules) return out.write(listOfRules(process.cwd(), configuration));
    if (printConfig !== undefined) return out.write(configurationOf(printConfig, configuration));
    await checkPaths(paths, { ...options, ...(configuration && { configuration }) }, out);
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    process.stderr.write(`cartridge-check: ${printable(error.message)}\n`);
    process.exitCode = 2;
  }
}

async function checkPaths(paths: string[], options: Options, out: Parameters<typeof run>[2]): Promise<void> {
  const isForMachines = options.format === 'json' && !process.stdout.isTTY;
  const progress = new Progress(isForMachines ? { write: () => undefined } : process.stderr);
  process.once('SIGINT', () => {
    progress.clear();
    process.exit(130);
  });
  process.exitCode = await run(paths, options, out, progress);
}

/** An error of usage like all others: after the name of the program, and with the user's own arguments made harmless. */
function complaint(message: string): string {
  const [, text = message, suggestion = ''] = /^(?:error: )?(.*?)(\n\(Did you mean [^\n]*\))?\n$/s.exec(message) ?? [];
  return `cartridge-check: ${printable(text)}${suggestion}\n`;
}

/** Bytes from a number with or without a unit of 1024. */
function asBytes(size: string): number {
  const bytes = bytesOf(size);
  if (bytes === undefined) throw new InvalidArgumentError('Use a number of bytes, or a number with KB, MB or GB.');
  return bytes;
}

// Whoever reads may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

command.parseAsync().catch((error: unknown) => {
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommanderError) return;
  const lines = String(error instanceof Error ? error.stack : error).split('\n');
  process.stderr.write(`cartridge-check: unexpected error, please report it\n${lines.map(printable).join('\n')}\n`);
});
