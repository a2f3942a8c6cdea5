// Runs npm where it downloads: tells what it waits for, and in one sentence what failed. Uses nothing but Node itself.
import { spawn } from 'node:child_process';

/** What the user can do something about, in one sentence: it is shown without a stack trace. */
export class Problem extends Error {}

/** Does the work of a script. */
export async function main(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/** On Windows npm is a batch file, which is started by the shell only. */
export const NEEDS_SHELL = process.platform === 'win32';

/** What npm sets for the scripts it runs, about their package and how they were called: it does not hold in another folder. */
const OF_THE_SCRIPT = /^npm_(package|lifecycle)_|^npm_config_(dry_run|global|include|loglevel|local_prefix|omit|package_lock_only)$/i;

/** The environment for an npm in another folder. What the user has configured is kept: registry, proxy, certificates, cache. */
const forOtherFolder = env => Object.fromEntries(Object.entries(env).filter(([name]) => !OF_THE_SCRIPT.test(name)));

/**
 * Runs an npm command that downloads `what`, and is silent as long as it advances. After each `patience` milliseconds without
 * progress, it says what it waits for.
 */
export async function npm(args, what, { cwd, env = process.env, patience = 10_000, say = console.error } = {}) {
  const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--no-progress', '--loglevel=http'], {
    cwd,
    env: forOtherFolder(env),
    shell: NEEDS_SHELL,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let printed = '';
  let waited = 0;
  const wait = () => {
    waited += patience;
    const failed = /attempt \d+ failed with (\w+)(?![\s\S]*attempt \d+ failed)/.exec(printed);
    say(
      `Still waiting for the npm registry (${waited / 1000} s): fetching ${what} ...${failed ? ` The last attempt failed: ${failed[1]}.` : ''}`,
    );
  };
  let timer = setInterval(wait, patience);
  child.stderr.setEncoding('utf8').on('data', chunk => {
    printed += chunk;
    // At this level npm tells each answer it got.
    if (!/^npm http (fetch \w+ 2|fetch \w+ 304|cache )/m.test(chunk)) return;
    waited = 0;
    clearInterval(timer);
    timer = setInterval(wait, patience);
  });
  try {
    const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (status !== 0) throw new Problem(`Could not fetch ${what}: ${reason(printed)}.`);
  } catch (error) {
    throw error.code === 'ENOENT' ? new Problem(`Could not fetch ${what}: npm was not found. Install Node.js, which includes it.`) : error;
  } finally {
    clearInterval(timer);
  }
}

const UNREACHABLE = /^(EAI_AGAIN|ECONN\w+|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EPROTO|ETIMEDOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR)$/;

/** Why npm failed and what to do, from what it printed. */
function reason(printed) {
  const lines = [...printed.matchAll(/^npm (?:error|ERR!) (.*\S)/gm)].map(([, line]) => line);
  const code = lines.find(line => line.startsWith('code '))?.slice('code '.length) ?? 'no error code';
  const detail = lines.find(line => !/^(code|errno|syscall|path|A complete log)\b/.test(line))?.replace(/\.$/, '') ?? 'no reason given';
  const log = lines.map(line => /log of this run can be found in: (.*)/.exec(line)?.[1]).find(Boolean);
  const more = log ? `; the log of npm is ${log}` : '';
  if (UNREACHABLE.test(code)) {
    return `the npm registry cannot be reached (${code}); check the network and npm's settings "registry" and "proxy", then run the command again`;
  }
  if (code === 'EINTEGRITY') {
    return `a downloaded package does not match the lock file (${detail}); check npm's setting "registry" and run "npm cache verify", then run the command again${more}`;
  }
  return `npm ended with ${code} (${detail})${more}`;
}
