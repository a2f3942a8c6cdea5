// Language servers over a workspace: what a keystroke, a start and ten thousand files cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { LanguageClient } from './languageClient.mjs';
import { median, spread } from './statistics.mjs';

const EDITS = 500;
/** Not counted: both servers get their code compiled while it runs. */
const WARM_UP = 300;

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Milliseconds of edits in the worker's file of a pair whose manager nobody has opened. */
export async function keystrokes({ root, pair }) {
  const { worker, manager, product } = pair;
  const group = [`"serviceGroup": "${product}group`, n => `"serviceGroup": "${product}group${n}`];
  const both = client => client.published([worker, manager]);
  return {
    ours: await edits('ours', root, pair, group, both, { options: { debounce: 0 } }),
    least: await edits('least', root, pair, group, both, {}),
    json: await edits('json', root, pair, group, client => client.pull(worker), { pulls: true }),
    configured: await edits('ours', root, pair, group, both, { few: true }),
    jsonPushed: await edits('json', root, pair, group, client => client.published([worker]), { few: true }),
    description: await edits('ours', root, pair, [`"description": "`, n => `"description": "${n} `], client => client.answered(worker), {
      options: { debounce: 0 },
      asks: true,
    }),
    type: await edits(
      'ours',
      root,
      pair,
      [`"type": "${product}worker`, n => `"type": "${product}worker${n}`],
      client => client.answered(worker),
      {
        options: { debounce: 0 },
        asks: true,
      },
    ),
  };
}

/** `change`: how what is typed over begins, and what stands there after the n-th edit. `settled`: when an edit is dealt with. */
async function edits(name, root, { worker }, [begin, after], settled, { options = {}, pulls = false, asks = pulls, few = false }) {
  const client = await LanguageClient.start(name, root, { pulls, options });
  await client.open(worker);
  if (name === 'ours') await isIdle(client);
  const times = [];
  const [warmUp, count] = few ? [2, 12] : [WARM_UP, EDITS];
  let written = begin;
  for (let n = 0; n < warmUp + count; n++) {
    const next = after(n);
    // What is pushed is waited for before the edit is sent, what is asked for is asked for after it.
    const pushed = asks ? undefined : settled(client);
    const start = performance.now();
    void client.type(worker, written, next);
    await (pushed ?? settled(client));
    if (n >= warmUp) times.push(performance.now() - start);
    written = next;
  }
  await client.stop();
  return spread(times);
}

/** Milliseconds from the start of the process to the first diagnostics of an opened file. */
export async function firstDiagnostics({ root, pair: { worker } }) {
  const times = { ours: [], json: [] };
  for (let round = 0; round < 9; round++) {
    for (const name of ['ours', 'json']) {
      const start = performance.now();
      const client = await LanguageClient.start(name, root, { pulls: name === 'json', options: { debounce: 0 } });
      const published = name === 'ours' && client.published([worker]);
      await client.open(worker);
      const [diagnostics] = await (name === 'json' ? client.pull(worker).then(({ items }) => [items]) : published);
      times[name].push(performance.now() - start);
      if (diagnostics.length > 0) throw new Error(`${name} finds ${diagnostics[0].message} in a sound file`);
      await client.kill();
    }
  }
  return { ours: median(times.ours), json: median(times.json) };
}

/** Megabytes of the server with all files read and checked, and of Node with their values. */
export async function memory({ root }) {
  const client = await LanguageClient.start('ours', root);
  await isIdle(client);
  const ours = residentMegabytes(client.process.pid);
  await client.stop();
  const holder = spawn(process.execPath, [path.join(import.meta.dirname, 'floor.mjs'), root, '--hold'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  await sleep(1000);
  const values = residentMegabytes(holder.pid);
  holder.kill();
  return { ours, values };
}

/** Until the workspace is read, if that takes long enough to be shown, and checked. */
async function isIdle(client) {
  await Promise.race([client.indexed, sleep(5000)]);
  await sleep(2000);
}

const residentMegabytes = pid => Number(/VmRSS:\s*(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
