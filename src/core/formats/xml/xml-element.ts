import type { Problem } from '../../problem.ts';

/** Why a text is not XML that we read. The place has file, line and column. */
export type XmlError = Problem<'invalid-file'>;

/** The start of an element with its place: line and column (UTF-16 code units) of its `<`, from 1. */
export interface XmlStart {
  /** As written, with its prefix: `cas:Sofa`. */
  readonly name: string;
  /** Values by name as written, normalised as XML says. Has no prototype: any name may be looked up. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
}

/** An element with all that is in it, in order. Text that stands together is one string, white space kept. */
export interface XmlElement extends XmlStart {
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** The elements directly in an element, all or those of one name, in order. */
export function childElements(element: XmlElement, name?: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element of that name directly in an element. */
export function childElement(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All text in an element, that of the elements in it included, exactly as it is. */
export function textIn(element: XmlElement): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts.join('');
}

function collect(element: XmlElement, parts: string[]): void {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(child);
    else collect(child, parts);
  }
}
