// Language servers over a workspace: what a keystroke, a start and ten thousand files cost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { LanguageClient } from './languageClient.mjs';
import { median, spread } from './statistics.mjs';

const EDITS = 500;
/** Not counted: the servers and this client get their code compiled meanwhile, in the background, and wait for each other's processor. */
const WARM_UP = 2000;
/** Two that are compared take turns: a machine is not equally fast all the time. */
const ROUNDS = 5;

const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/** What is typed over: how it begins, and what stands there after the n-th edit. */
const inGroup = product => [`"serviceGroup": "${product}group`, n => `"serviceGroup": "${product}group${n}`];
const inDescription = () => [`"description": "`, n => `"description": "${n} `];
const inType = product => [`"type": "${product}worker`, n => `"type": "${product}worker${n}`];

/** Milliseconds of edits in the worker's file of a pair whose manager nobody has opened. */
export async function keystrokes(place) {
  const { worker, manager } = place.pair;
  const both = client => client.published([worker, manager]);
  const asOurs = { options: { debounce: 0 }, pushed: both };
  return {
    ours: await edits('ours', place, asOurs),
    least: await edits('least', place, asOurs),
    json: await edits('json', place, { pulls: true, asked: client => client.pull(worker) }),
    configured: await edits('ours', place, { few: true, pushed: both }),
    jsonPushed: await edits('json', place, { few: true, pushed: client => client.published([worker]) }),
  };
}

async function edits(name, place, { few = false, pulls, options, ...settled }) {
  const client = await opened(name, place, { pulls, options });
  const type = typist(client, place.pair, inGroup, settled);
  await type(few ? 2 : WARM_UP);
  const times = await type(few ? 12 : EDITS);
  await client.stop();
  return spread(times);
}

/** Milliseconds of edits that concern no other file, and of those that do, in two workspaces in turn. */
export async function growth(places) {
  const clients = [];
  for (const place of places) clients.push(await opened('ours', place, { options: { debounce: 0 } }));
  const medians = {};
  for (const [what, change] of Object.entries({ description: inDescription, type: inType })) {
    const typists = clients.map((client, i) =>
      typist(client, places[i].pair, change, { asked: client => client.answered(places[i].pair.worker) }),
    );
    for (const type of typists) await type(WARM_UP);
    const times = places.map(() => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, type] of typists.entries()) times[i].push(...(await type(EDITS / ROUNDS)));
    }
    medians[what] = times.map(median);
  }
  for (const client of clients) await client.stop();
  return medians;
}

async function opened(name, { root, pair }, options) {
  const client = await LanguageClient.start(name, root, options);
  await client.open(pair.worker);
  if (name === 'ours') await isIdle(client);
  return client;
}

/**
 * Types so many times, and tells how long each edit took to be dealt with: what is `pushed` is waited for before the edit is sent, what
 * is `asked` is asked for after it.
 */
function typist(client, { worker, product }, change, { pushed, asked }) {
  const [begin, after] = change(product);
  let written = begin;
  let n = 0;
  return async count => {
    const times = [];
    for (const end = n + count; n < end; n++) {
      const next = after(n);
      const settled = pushed?.(client);
      const start = performance.now();
      void client.type(worker, written, next);
      await (settled ?? asked(client));
      times.push(performance.now() - start);
      written = next;
    }
    return times;
  };
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
