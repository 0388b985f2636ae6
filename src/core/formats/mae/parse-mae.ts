import { err, ok, type Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childElement, childElements, textIn, type XmlElement } from '../xml/xml-element.ts';

/** A file of MAE or MedTator. */
export interface MaeFile {
  /** Name of the task. */
  readonly root: string;
  readonly text: string;
  readonly tags: readonly XmlElement[];
  /** What MedTator says of the document, by element and attribute. */
  readonly meta: readonly (readonly [string, string])[];
}

/** Takes a file apart: its text, which is what stands in TEXT exactly, and its tags. */
export function parseMae(text: string, file: string): Result<MaeFile, FormatError> {
  const parsed = parseXml(text, file);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const [words, tags, meta] = ['TEXT', 'TAGS', 'META'].map((name) => childElement(root, name));
  if (!words) {
    const message = 'This is no file of MAE or MedTator: it has no TEXT.';
    return err({ code: 'invalid-file', message, place: { file, line: root.line } });
  }
  return ok({
    root: root.name,
    text: textIn(words),
    tags: tags ? childElements(tags) : [],
    meta: meta
      ? childElements(meta).flatMap(({ name, attributes }) =>
          Object.entries(attributes).map(([key, value]) => [`${name} ${key}`, value] as const),
        )
      : [],
  });
}

/** A place of a tag: ranges, or `document` where it is said of the whole. */
export type MaePlace = readonly (readonly [start: number, end: number])[] | 'document';

/** Reads `spans="0~4,8~9"`, or start and end of older files; `undefined` where there is neither. */
export function placeOf({ attributes }: XmlElement): MaePlace | string | undefined {
  const { spans, start, end } = attributes;
  const given = spans ?? (start === undefined ? undefined : `${start}~${end ?? ''}`);
  if (given === undefined) return undefined;
  if (given.trim() === '' || /^\s*-1\s*~\s*-1\s*$/u.test(given)) return 'document';
  const pairs: (readonly [number, number])[] = [];
  for (const part of given.split(',')) {
    const [, from = '', to = ''] = /^\s*(\d{1,12})\s*~\s*(\d{1,12})\s*$/u.exec(part) ?? [];
    if (from === '') return `‘${given.slice(0, 60)}’ is not written as start~end.`;
    pairs.push([Number(from), Number(to)]);
  }
  return pairs;
}
