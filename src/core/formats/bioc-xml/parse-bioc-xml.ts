import { err, ok, type Result } from '../../result.ts';
import type {
  BiocAnnotation,
  BiocCollection,
  BiocDocument,
  BiocPassage,
  BiocRelation,
  BiocSentence,
} from '../bioc/collection.ts';
import type { FormatError } from '../format.ts';
import type { JsonObject } from '../json/json-values.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childElement, childElements, textIn, type XmlElement } from '../xml/xml-element.ts';

/**
 * Takes a collection of BioC apart: of version 1, where ids and offsets are elements, or 2, where they
 * are attributes. A reference to the document type is let pass; it is never loaded.
 */
export function parseBiocXml(text: string, file: string): Result<BiocCollection, FormatError> {
  const parsed = parseXml(text, file, { doctype: 'reference' });
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (root.name !== 'collection') {
    const message = `This is no collection of BioC: it begins with <${root.name}>.`;
    return err({ code: 'invalid-file', message, place: { file, line: root.line } });
  }
  const version = childElement(root, 'version');
  return ok({
    source: said(root, 'source'),
    date: said(root, 'date'),
    key: said(root, 'key'),
    ...(version ? { version: textIn(version) } : {}),
    infons: infonsIn(root),
    documents: childElements(root, 'document').map(parseDocument),
  });
}

function parseDocument(element: XmlElement): BiocDocument {
  const id = childElement(element, 'id');
  const passages = childElements(element, 'passage').map(parsePassage);
  // Version 2 lets a document have its text, or its sentences, without passages.
  const hasOwn = childElement(element, 'text') ?? childElement(element, 'sentence');
  const own = { ...parsePassage(element), infons: {}, annotations: [], relations: [] };
  return {
    id: id ? textIn(id) : (element.attributes['id'] ?? ''),
    infons: infonsIn(element),
    passages: hasOwn && passages.length === 0 ? [{ ...own, offset: 0 }] : passages,
    ...markedIn(element),
    at: element.line,
  };
}

function parsePassage(element: XmlElement): BiocPassage {
  const sentences = childElements(element, 'sentence').map(parseSentence);
  return { ...parseSentence(element), sentences };
}

function parseSentence(element: XmlElement): BiocSentence {
  const [offset, text] = [childElement(element, 'offset'), childElement(element, 'text')];
  return {
    offset: numberIn(offset ? textIn(offset) : element.attributes['offset']),
    infons: infonsIn(element),
    text: text && textIn(text),
    ...markedIn(element),
    at: element.line,
  };
}

function markedIn(element: XmlElement) {
  return {
    annotations: childElements(element, 'annotation').map(parseAnnotation),
    relations: childElements(element, 'relation').map(parseRelation),
  };
}

function parseAnnotation(element: XmlElement): BiocAnnotation {
  return {
    id: element.attributes['id'] ?? '',
    infons: infonsIn(element),
    text: said(element, 'text'),
    locations: childElements(element, 'location').map(({ attributes }) => ({
      offset: numberIn(attributes['offset']),
      length: numberIn(attributes['length']),
    })),
    at: element.line,
  };
}

function parseRelation(element: XmlElement): BiocRelation {
  const nodes = childElements(element, 'node').map(({ attributes }) => ({
    refid: attributes['refid'] ?? '',
    role: attributes['role'] ?? '',
  }));
  return { id: element.attributes['id'] ?? '', infons: infonsIn(element), nodes, at: element.line };
}

function infonsIn(element: XmlElement): JsonObject {
  return Object.fromEntries(
    childElements(element, 'infon').map((infon) => [infon.attributes['key'] ?? '', textIn(infon)]),
  );
}

function said(element: XmlElement, name: string): string {
  const child = childElement(element, name);
  return child ? textIn(child) : '';
}

function numberIn(text: string | undefined): number {
  return text !== undefined && /^\s*\d{1,15}\s*$/u.test(text) ? Number(text) : Number.NaN;
}
