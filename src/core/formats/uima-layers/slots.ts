import { CUSTOM, shortName } from './layer-document.ts';

/** The name that INCEpTION gives to the links of a slot. */
export function newLinkType(layer: string, feature: string): string {
  const name = feature.slice(0, 1).toUpperCase() + feature.slice(1);
  return `${CUSTOM}${shortName(layer)}${name}Link`;
}
