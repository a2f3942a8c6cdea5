import type { CartridgeFacts } from '../model/facts';
import { declaredRole } from '../model/cartridge';
import { oppositeOf } from '../vocabulary/payloadParameters';
import { looksLikeDefinition } from '../vocabulary/detection';
import { withoutMarks } from '../vocabulary/placeholders';
import { CartridgeContext } from '../links/crossFileContext';
import type { Workspace } from '../workspace/workspace';

/** What a file is, in a line for a status bar. */
export interface FileStatus {
  readonly text: string;
  /** Why a file that looks like a Private PaaS file is not recognised. `undefined`: it is. */
  readonly problem?: string;
  /** The file of its partner. */
  readonly partner?: string;
}

const NOT_READ = {
  size: 'The file is larger than the size limit and is not checked.',
  encoding: 'The file is not encoded in UTF-8 and is not checked.',
};

/** `undefined` for files that show no sign of being ours. */
export function fileStatus(workspace: Workspace, uri: string): FileStatus | undefined {
  const file = workspace.file(uri);
  if (!file) return undefined;
  const { facts } = file;
  if (!facts) {
    if (!file.looksLike && !looksLikeDefinition(file.text)) return undefined;
    return file.isUnparsable
      ? {
          text: 'Private PaaS: not readable',
          problem: file.skipped ? NOT_READ[file.skipped.kind] : 'The file is not valid JSON and is not checked.',
        }
      : {
          text: 'Private PaaS: not recognised',
          problem:
            'The file has keys of a Private PaaS definition, but its kind cannot be recognised. A cartridge has "type" and "iaasProvider".',
        };
  }
  const product = `Private PaaS ${facts.dialect}`;
  if (facts.kind !== 'cartridge' || facts.dialect !== '4.0') return { text: `${product} · ${facts.kind}` };
  const role = declaredRole(facts);
  const context = role && workspace.open(uri)?.context;
  if (!role || !(context instanceof CartridgeContext)) return { text: `${product} · cartridge` };
  const { text: partnerText, uri: partner } = partnerInWords(facts, context);
  return { text: `${product} · ${role} · ${oppositeOf(role)}: ${partnerText}`, ...(partner && { partner }) };
}

function partnerInWords(facts: CartridgeFacts, context: CartridgeContext): { text: string; uri?: string } {
  const partner = context.partner();
  const named = facts.partnerType && withoutMarks(facts.partnerType.text);
  switch (partner.state) {
    case 'found': {
      const nearest = partner.files[0]!;
      const name = context.nameOf(nearest);
      const where = name.includes('/') ? name : 'same folder';
      return { text: `${withoutMarks(nearest.facts.type?.text ?? '?')}, ${where}`, uri: nearest.uri };
    }
    case 'unresolved':
      return { text: `${named}, not found` };
    case 'itself':
      return { text: `${named}, this file itself` };
    case 'unknown':
      return { text: named ? `${named}, unknown` : 'unknown' };
    case 'none':
      return { text: 'not named' };
  }
}
