import { CartridgeContext, type CrossFileContext } from '../../links/crossFileContext';
import { isSameValue } from '../../json/types';
import type { Occurrence } from '../../model/occurrences';
import type { LocatedString } from '../../model/scalar';
import { WORKER_HOST_NAME } from '../../vocabulary/payloadParameters';
import { payloadProperty } from '../../model/cartridge';
import type { DocumentSnapshot } from '../../workspace/documentSnapshot';

/** A name in a file. */
export interface NamePlace {
  readonly uri: string;
  readonly name: LocatedString;
}

/** Opens another file for the same request. `undefined`: it is not there. */
export type Open = (uri: string) => DocumentSnapshot | undefined;

/** A name, and the file in which it stands. */
export interface Named {
  readonly document: DocumentSnapshot;
  readonly occurrence: Occurrence;
}

/**
 * Where what a name stands for is defined: for a definition its own place, for a reference the nearest of that name; several that are
 * equally near. A service group is no one's alone: it is defined by all its cartridges, those of a pair wherever they are.
 */
export function definitionsOf({ document, occurrence }: Named, open: Open): readonly NamePlace[] {
  const { role, name, key } = occurrence;
  const { context } = document;
  if (role === 'definition' && (occurrence.of !== 'service group' || !context)) return [{ uri: document.uri, name }];
  if (!context) return [];
  const workerHosts = hostsOfWorker(document, context, occurrence);
  if (workerHosts.length > 0) return workerHosts;
  if (key === undefined) return [];
  const linked = occurrence.of === 'service group' && context instanceof CartridgeContext ? ofGroup(context, name.text) : [];
  const uris = new Set([...context.find(key).map(({ uri }) => uri), ...linked]);
  return [...uris].flatMap(uri => definitionsIn(open(uri), occurrence));
}

/** The cartridges that a cartridge names, and that name it, and have the same service group. */
function ofGroup(context: CartridgeContext, group: string): readonly string[] {
  const partner = context.partner();
  const linked = [...(partner.state === 'found' ? partner.files : []), ...context.namedBy().flat()];
  return linked.flatMap(({ uri, facts }) => (facts.serviceGroup?.text === group ? [uri] : []));
}

/** The places in a file where what an occurrence names is defined. */
function definitionsIn(document: DocumentSnapshot | undefined, { of, key }: Occurrence): readonly NamePlace[] {
  return (document?.occurrences ?? [])
    .filter(one => one.role === 'definition' && one.of === of && one.key === key)
    .map(({ name }) => ({ uri: document!.uri, name }));
}

/** WORKER_HOST_NAME of a manager stands for the host of its worker, whatever that is. */
function hostsOfWorker(document: DocumentSnapshot, context: CrossFileContext, { of, name }: Occurrence): readonly NamePlace[] {
  if (of !== 'host' || !(context instanceof CartridgeContext) || document.artifact?.kind !== 'cartridge') return [];
  const parameter = payloadProperty(document.artifact, WORKER_HOST_NAME)?.value;
  if (!parameter || !isSameValue(parameter.path, name.path)) return [];
  const partner = context.partner();
  if (partner.state !== 'found') return [];
  return partner.files.flatMap(({ uri, facts }) => (facts.role === 'worker' && facts.host ? [{ uri, name: facts.host }] : []));
}

export const isSamePlace = (a: NamePlace, b: NamePlace): boolean => a.uri === b.uri && isSameValue(a.name.path, b.name.path);
