import type { JsonObject } from '../json/types';

/** Private PaaS 4.0 (Stratos 4.0) and 4.1 read different definitions. */
export const DIALECTS = ['4.0', '4.1'] as const;

export type Dialect = (typeof DIALECTS)[number];

export const ARTIFACT_KINDS = [
  'cartridge',
  'partition',
  'deployment policy',
  'autoscale policy',
  'service deployment',
  'subscription',
  'application',
  'application policy',
  'network partition',
  'cartridge group',
  'domain mapping',
  'sign-up',
] as const;

export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

/** The meaning of one file. */
export interface ArtifactBase {
  readonly kind: ArtifactKind;
  readonly dialect: Dialect;
  readonly root: JsonObject;
}
