import { localName } from '../../formats/xml/namespaces.ts';
import type { XmlElement } from '../../formats/xml/xml-element.ts';
import { childElements, textIn } from '../../formats/xml/xml-element.ts';

const KEPT: ReadonlySet<string> = new Set(
  'title creator subject description keywords keyword language created creation-date date publisher contributor rights identifier source category modified'.split(
    ' ',
  ),
);
const LONGEST = 2_000;
const MOST = 100;

/**
 * What a file says of itself in the words of Dublin Core, by local name. Several values of one name are
 * joined by `; `; empty ones are left out.
 */
export function dublinCore(parent: XmlElement): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const element of childElements(parent).slice(0, MOST)) {
    const name = localName(element.name);
    const value = textIn(element).replace(/\s+/gu, ' ').trim();
    if (!KEPT.has(name) || value === '') continue;
    const before = found.get(name);
    found.set(
      name,
      (before === undefined ? value : `${before}; ${value}`).slice(0, LONGEST).toWellFormed(),
    );
  }
  return Object.fromEntries(found);
}
