import { parseXml as parseTree } from '../../formats/xml/parse-xml.ts';
import {
  childElements,
  type XmlElement as Tree,
  type XmlStart,
} from '../../formats/xml/xml-element.ts';
import type { Problem } from '../../problem.ts';
import { ok, type Result } from '../../result.ts';

/** An element with its place. Text between elements is not kept: a labeling configuration has none. */
export interface XmlElement extends XmlStart {
  readonly children: readonly XmlElement[];
}

/**
 * Parses XML into a tree without text. Refuses document type definitions and entities of their own (nothing
 * is ever fetched or expanded), elements nested deeper than 200, and whatever is not well-formed; each with
 * line and column, both from 1.
 */
export function parseXml(text: string, file: string): Result<XmlElement, Problem<'invalid-file'>> {
  const parsed = parseTree(text, file);
  return parsed.ok ? ok(withoutText(parsed.value)) : parsed;
}

function withoutText(tree: Tree): XmlElement {
  return { ...tree, children: childElements(tree).map(withoutText) };
}
