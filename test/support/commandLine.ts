import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

export const CLI = path.resolve(__dirname, '../../../dist/cli/main.js');

export interface Told {
  readonly status: number | null;
  readonly stderr: string;
  readonly files: number;
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly line: number; readonly message: string }[];
}

/** A folder of its own for the real command line. */
export class CommandLine {
  readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cartridge-check-')));

  path(name: string): string {
    return path.join(this.folder, name);
  }

  write(files: Record<string, string | Buffer>): void {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
      fs.writeFileSync(this.path(name), content);
    }
  }

  read(name: string): string {
    return fs.readFileSync(this.path(name), 'utf8');
  }

  /** What it prints for people. It may not take longer than a quarter of a minute: nothing that it reads may make it wait. */
  run(args: readonly string[], { cwd = this.folder, node = [] as readonly string[], env = {} } = {}) {
    const options = { cwd, encoding: 'utf8', timeout: 15_000, env: { ...process.env, NO_COLOR: '1', ...env } } as const;
    const { status, stdout, stderr, signal } = spawnSync(process.execPath, [...node, CLI, ...args], options);
    return { status, stdout, stderr, signal };
  }

  check(...args: string[]): Told {
    const { status, stdout, stderr } = this.run(['--format', 'json', ...args]);
    return { status, stderr, ...(JSON.parse(stdout) as Pick<Told, 'files' | 'findings'>) };
  }

  start(args: readonly string[], node: readonly string[] = []) {
    return spawn(process.execPath, [...node, CLI, ...args], { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
