import type { XmlStart } from '../../formats/xml/xml-element.ts';
import { outlineLevel, wordValue } from './styles.ts';

/** What the properties of a paragraph say, as far as its text is concerned. */
export interface ParagraphStart {
  /** Its own level as a title; 0 for none, `undefined` where its style says. */
  level: number | undefined;
  style: string | undefined;
  /** Its end was deleted: it goes on with the next paragraph. */
  isDeleted: boolean;
  startsPage: boolean;
}

/** Notes a property. @param depth of the element inside `w:pPr`, which itself is 1. */
export function readProperty(
  paragraph: ParagraphStart,
  name: string,
  start: XmlStart,
  depth: number,
): void {
  if (depth === 3) paragraph.isDeleted ||= name === 'del';
  if (depth !== 2) return;
  if (name === 'pStyle') paragraph.style = wordValue(start);
  else if (name === 'outlineLvl') paragraph.level = outlineLevel(Number(wordValue(start)));
  else if (name === 'pageBreakBefore') {
    paragraph.startsPage = !/^(?:0|false|off)$/u.test(wordValue(start) ?? '');
  }
}
