// Loaded before a program (`node --require`): writes down, in the file that WATCHDOG names, each start of a process, each use of the
// network and each change on the disk, as `what argument`.
const fs = require('node:fs');
const write = fs.writeSync;
const log = fs.openSync(process.env.WATCHDOG, 'a');
const tell = (what, argument) => void write(log, `${what} ${String(argument)}\n`);

function watch(name, functions, isWorthAWord = () => true) {
  const watched = require(name);
  for (const one of functions) {
    const original = watched[one];
    if (typeof original !== 'function') throw new Error(`${name} has no ${one}`);
    watched[one] = function (...args) {
      if (isWorthAWord(...args)) tell(`${name}.${one}`, args[0]);
      return new.target ? Reflect.construct(original, args, new.target) : original.apply(this, args);
    };
  }
}

watch('child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
watch('worker_threads', ['Worker']);
watch('net', ['connect', 'createConnection', 'createServer']);
watch('tls', ['connect', 'createServer']);
watch('http', ['request', 'get', 'createServer']);
watch('https', ['request', 'get', 'createServer']);
watch('http2', ['connect', 'createServer']);
watch('dgram', ['createSocket']);
watch('dns', ['lookup', 'resolve', 'resolve4', 'resolve6']);
globalThis.fetch = url => (tell('fetch', url), Promise.reject(new Error('no network')));

const changing = [
  ...['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'rename', 'copyFile', 'cp', 'link', 'symlink'],
  ...['truncate', 'ftruncate', 'chmod', 'fchmod', 'chown', 'fchown', 'utimes', 'futimes'],
];
watch('fs', [...changing.flatMap(one => [one, `${one}Sync`]), 'createWriteStream']);
const isForWriting = (_path, flags) =>
  typeof flags === 'string'
    ? !/^rs?$/.test(flags)
    : typeof flags === 'number' && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
watch('fs', ['open', 'openSync'], isForWriting);
for (const one of changing) {
  const original = fs.promises[one];
  if (original) fs.promises[one] = (...args) => (tell(`fs.promises.${one}`, args[0]), original(...args));
}
