import { NOTE } from './layer-document.ts';

/** Features to which UIMA, DKPro and INCEpTION give a meaning; no attribute may be written as one of these. */
const RESERVED = ['sofa', 'begin', 'end', 'Governor', 'Dependent', 'next', 'first', 'self', NOTE];

/** Features that attributes must not take; `tag` names types. */
export function reservedFeatures(tag: string | null): ReadonlySet<string> {
  return new Set(tag === null ? RESERVED : [...RESERVED, tag]);
}
