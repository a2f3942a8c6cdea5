import { emptyConfiguration, isWithin, readConfiguration, RULES, TEXT_RULES, type Configuration, type JsonValue } from '../core';
import type { UserSettings } from '../protocol';

const RULE_IDS = [...RULES, ...TEXT_RULES].map(({ id }) => id);

/** What the user has set for one workspace folder, or for all files outside of them. */
interface FolderSettings {
  readonly isEnabled: boolean;
  readonly scope: 'workspace' | 'openFiles';
  readonly configuration: Configuration;
}

/** The settings of the user, by workspace folder. What is not valid is left out, and the rest holds. */
export class EditorSettings {
  private readonly byFolder: ReadonlyMap<string, FolderSettings>;
  /** What was left out, each with its reason, for the log. */
  readonly problems: readonly string[];

  /** `asked`: what the client says of each workspace folder, by canonical uri; under '' for all other files. */
  constructor(asked: ReadonlyMap<string, unknown>) {
    const problems = new Set<string>();
    this.byFolder = new Map([...asked].map(([folder, value]) => [folder, read(folder, value, problem => problems.add(problem))]));
    this.problems = [...problems];
  }

  get configurations(): ReadonlyMap<string, Configuration> {
    return new Map([...this.byFolder].map(([folder, { configuration }]) => [folder, configuration]));
  }

  isEnabled(uri: string): boolean {
    return this.for(uri)?.isEnabled ?? true;
  }

  /** Only what is open is reported. */
  isOnlyForOpenFiles(uri: string): boolean {
    return this.for(uri)?.scope === 'openFiles';
  }

  private for(uri: string): FolderSettings | undefined {
    let nearest = '';
    for (const folder of this.byFolder.keys()) if (folder.length > nearest.length && isWithin(uri, folder)) nearest = folder;
    return this.byFolder.get(nearest);
  }
}

function read(folder: string, value: unknown, report: (problem: string) => void): FolderSettings {
  const given = (typeof value === 'object' && value !== null ? value : {}) as UserSettings & { readonly 'diagnostics.scope'?: unknown };
  const { enable, diagnostics, rules, ignore, placeholders, dialect, maxFileSize } = given;
  // What is not set is null in some clients.
  const set = Object.entries({ rules, ignore, placeholders, dialect, maxFileSize }).filter(([, one]) => one !== undefined && one !== null);
  // Its patterns are relative to the workspace folder.
  const uri = folder === '' ? '' : `${folder}/`;
  const { configuration, problems } =
    set.length === 0
      ? { configuration: emptyConfiguration(uri), problems: [] }
      : readConfiguration(uri, Object.fromEntries(set) as JsonValue, RULE_IDS);
  for (const { path, message } of problems) report(`cartridge.${path.join('.')}: ${message}`);
  const scope: unknown = diagnostics?.scope ?? given['diagnostics.scope'];
  if (enable !== undefined && enable !== null && typeof enable !== 'boolean')
    report('cartridge.enable: This must be true or false. It is ignored.');
  if (scope !== undefined && scope !== null && scope !== 'workspace' && scope !== 'openFiles')
    report('cartridge.diagnostics.scope: This must be "workspace" or "openFiles". It is ignored.');
  return { isEnabled: enable !== false, scope: scope === 'openFiles' ? scope : 'workspace', configuration };
}
