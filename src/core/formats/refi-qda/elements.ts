import { localName } from '../xml/namespaces.ts';
import { textIn, type XmlElement } from '../xml/xml-element.ts';

/** The elements directly in an element, of one of these names, whatever their prefix. */
export function partsOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && names.includes(localName(child.name)),
  );
}

/** The first of them. */
export function partOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return partsOf(element, name)[0];
}

/** Text of the first element of that name; empty where there is none. */
export function textOf(element: XmlElement | undefined, name: string): string {
  const part = partOf(element, name);
  return part ? textIn(part) : '';
}

/** All elements in an element, of one of these names, at any depth. */
export function* allOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): Generator<XmlElement> {
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') continue;
    if (names.includes(localName(child.name))) yield child;
    yield* allOf(child, ...names);
  }
}
