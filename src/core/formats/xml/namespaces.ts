import type { XmlStart } from './xml-element.ts';

/** Namespaces by prefix in some part of a document; the default one has the prefix ''. */
export type XmlScope = ReadonlyMap<string, string>;

/** A name taken apart. `namespace` is undefined where there is none or the prefix is not declared. */
export interface XmlName {
  readonly namespace: string | undefined;
  readonly local: string;
}

/** The scope at the root of a document: `xml:` means what it always means. */
export const ROOT_SCOPE: XmlScope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/** The scope inside an element: that around it with what the element declares. */
export function scopeIn(scope: XmlScope, { attributes }: XmlStart): XmlScope {
  let inner: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    inner ??= new Map(scope);
    inner.set(name.slice('xmlns:'.length), value);
  }
  return inner ?? scope;
}

/** Takes the name of an element apart; names without prefix are in the default namespace. */
export function expandName(scope: XmlScope, name: string): XmlName {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  return { namespace: scope.get(prefix) || undefined, local: name.slice(colon + 1) };
}

/** The part of a name after its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
