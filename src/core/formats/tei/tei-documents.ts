import { childElements, textIn, type XmlElement } from '../xml/xml-element.ts';
import { nameOf } from './elements.ts';

/** One TEI element: a header, a text, and what stands off it. */
export interface TeiDocument {
  readonly title: string;
  /** Whether this program wrote it: then its title is the name of the document. */
  readonly isOwn: boolean;
  /** `undefined` where there is none. */
  readonly text: XmlElement | undefined;
  readonly standOffs: readonly XmlElement[];
}

/** All elements in an element, in order. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** The TEI elements of a file: itself, or those in a corpus, however deep. */
export function teiDocuments(root: XmlElement): readonly TeiDocument[] {
  const name = nameOf(root);
  if (name === 'TEI' || name === 'TEI.2') return [teiDocument(root)];
  if (name !== 'teiCorpus' && name !== 'teiCorpus.2') return [];
  return childElements(root).flatMap(teiDocuments);
}

function teiDocument(root: XmlElement): TeiDocument {
  const inside = (name: string) => childElements(root).filter((child) => nameOf(child) === name);
  const [header] = inside('teiHeader');
  const all = header ? [...elementsIn(header)] : [];
  const title = all.find((one) => nameOf(one) === 'title');
  const isOwn = all.some(
    (one) => nameOf(one) === 'application' && one.attributes['ident'] === 'glossator',
  );
  return {
    title: title ? textIn(title) : '',
    isOwn,
    text: inside('text')[0],
    standOffs: inside('standOff'),
  };
}
