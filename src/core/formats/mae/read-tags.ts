import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import { STATUS_ID, STATUSES } from '../../model/document-status.ts';
import { normalizeRanges, type Range } from '../../model/range.ts';
import { valueOfText } from '../bioc/infons.ts';
import { RecordIds } from '../bioc/record-ids.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { DOCUMENT_TAG, NOTE } from './names.ts';
import type { MaeTask } from './parse-dtd.ts';
import { type MaeFile, placeOf } from './parse-mae.ts';
import { isYesNo } from './task-schema.ts';

export interface ReadTags {
  readonly records: readonly AnnotationRecord[];
  readonly problems: readonly TagProblem[];
  /** How many tags are no records. */
  readonly unread: number;
}

export interface TagProblem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly id: string;
}

/** Reads the tags of a file. Without a DTD, links are told by their attributes, and all values are text. */
export function readTags({ text, tags }: MaeFile, task: MaeTask | undefined): ReadTags {
  const reader = new TagReader(text, task);
  const links = tags.filter((tag) => !reader.readTag(tag));
  for (const link of links) reader.readLink(link);
  return {
    records: [...reader.records, ...reader.said],
    problems: reader.problems,
    unread: reader.unread,
  };
}

class TagReader {
  readonly records: AnnotationRecord[] = [];
  readonly said: AnnotationRecord[] = [];
  readonly problems: TagProblem[] = [];
  unread = 0;
  readonly #text: string;
  readonly #places: OffsetPlaces;
  readonly #task: MaeTask | undefined;
  readonly #ids = new RecordIds();
  readonly #spans = new Map<string, string>();
  readonly #labels = new Set<string>();

  constructor(text: string, task: MaeTask | undefined) {
    this.#text = text;
    this.#places = new OffsetPlaces(text, 'utf-16');
    this.#task = task;
  }

  #nameOf(stored: string): string {
    return this.#task?.shown.get(stored) ?? stored;
  }

  #report(code: string, message: string, { line, attributes }: XmlElement): void {
    this.problems.push({ code, message, line, id: attributes['id'] ?? '' });
    if (/^(?:bad-range|same-label|no-end)$/u.test(code)) this.unread++;
  }

  /** Reads a tag that has a place; `false` where it is a link. */
  readTag(tag: XmlElement): boolean {
    if (tag.name === DOCUMENT_TAG) {
      this.#readDocument(tag);
      return true;
    }
    const place = placeOf(tag);
    const isLink = this.#task?.tags.get(tag.name)?.isLink ?? place === undefined;
    if (isLink && (place === undefined || place === 'document')) return false;
    if (typeof place === 'string' && place !== 'document') {
      this.#report('bad-range', `${place} The tag was left out.`, tag);
    } else if (place === 'document' || place === undefined) this.#readLabel(tag);
    else this.#readSpan(tag, place);
    return true;
  }

  #readSpan(tag: XmlElement, place: readonly (readonly [number, number])[]): void {
    const found: Range[] = [];
    for (const [start, end] of place) {
      const range = this.#places.rangeOf(start, end);
      if (typeof range === 'string') {
        this.#report('bad-range', `${range} The tag was left out.`, tag);
        return;
      }
      found.push(range);
    }
    const ranges = normalizeRanges(found);
    if (!ranges) return;
    const words = ranges.map(({ start, end }) => this.#text.slice(start, end));
    const { id = '', text: given = '' } = tag.attributes;
    if (given !== '' && !isSame(given, words)) {
      const message = `The tag says ‘${short(given)}’, but the text has ‘${short(words.join(' … '))}’ there; the place counts.`;
      this.#report('other-words', message, tag);
    }
    if (id !== '' && this.#spans.has(id)) {
      this.#report('same-id', `Two tags have the id ‘${id}’; links mean the first one.`, tag);
    }
    const recordId = this.#ids.give(id, 'a');
    if (!this.#spans.has(id)) this.#spans.set(id, recordId);
    this.records.push({
      kind: 'span',
      id: recordId,
      type: this.#nameOf(tag.name),
      ranges,
      attributes: this.#attributesOf(tag),
      note: tag.attributes[NOTE] ?? '',
    });
  }

  /** Attributes other than those that say what and where the tag is. Empty ones say nothing. */
  #attributesOf(tag: XmlElement, isEnd: (name: string) => boolean = () => false): Attributes {
    const entries = Object.entries(tag.attributes).flatMap(
      ([name, value]): readonly (readonly [string, AttributeValue])[] => {
        if (
          /^(?:id|spans|text|start|end|note)$/u.test(name) ||
          value === '' ||
          name === '__proto__' ||
          isEnd(name)
        )
          return [];
        return [[this.#nameOf(name), this.#valueOf(tag.name, name, value)]];
      },
    );
    return Object.fromEntries(entries);
  }

  #valueOf(tag: string, name: string, value: string): AttributeValue {
    const known = this.#task?.tags.get(tag)?.attributes.find((one) => one.name === name);
    if (known && isYesNo(known) && (value === 'true' || value === 'false')) return value === 'true';
    return valueOfText(value);
  }

  /** A tag without a place is said of the document: a label of its name, and one for each attribute. */
  #readLabel(tag: XmlElement): void {
    const name = this.#nameOf(tag.name);
    if (this.#labels.has(name)) {
      const message = 'The document has this tag twice; the first one counts.';
      this.#report('same-label', message, tag);
      return;
    }
    const defaults = new Map(
      this.#task?.tags
        .get(tag.name)
        ?.attributes.map((one) => [this.#nameOf(one.name), one.default]),
    );
    const { value, ...attributes } = this.#attributesOf(tag);
    this.#addLabel(name, value ?? true);
    for (const [key, one] of Object.entries(attributes)) {
      if (defaults.get(key) !== one) this.#addLabel(`${name}.${key}`, one);
    }
    if (tag.attributes[NOTE]) this.#addLabel(`${name}.${NOTE}`, tag.attributes[NOTE]);
  }

  #addLabel(name: string, value: AttributeValue): void {
    this.#labels.add(name);
    this.said.push({ kind: 'label', id: labelId(name), name, value });
  }

  #readDocument({ attributes }: XmlElement): void {
    const { note = '', status, statusAt = '' } = attributes;
    if (note !== '') this.said.push({ kind: 'note', id: NOTE_ID, text: note });
    const known = STATUSES.find((one) => one === status);
    if (known && /^\d{4}-\d\d-\d\dT.*Z$/u.test(statusAt)) {
      this.said.push({ kind: 'status', id: STATUS_ID, status: known, at: statusAt });
    }
  }

  readLink(tag: XmlElement): void {
    const declared = this.#task?.tags.get(tag.name)?.ends ?? [];
    const found = endsOf(tag);
    const order = (end: string) => (declared.indexOf(end) + found.length + 1) % (found.length + 1);
    const ends = declared.length > 0 ? [...found].sort((a, b) => order(a) - order(b)) : found;
    const given = ends.map((end) => this.#spans.get(tag.attributes[`${end}ID`] ?? ''));
    const [from, to] = given;
    if (ends.length !== 2 || from === undefined || to === undefined) {
      const message = 'The link does not join two tags that are there; it was left out.';
      this.#report('no-end', message, tag);
      return;
    }
    const names = new Set(ends.flatMap((end) => [`${end}ID`, `${end}Text`]));
    this.records.push({
      kind: 'relation',
      id: this.#ids.give(tag.attributes['id'] ?? '', 'r'),
      type: this.#nameOf(tag.name),
      from,
      to,
      attributes: this.#attributesOf(tag, (name) => names.has(name)),
      note: tag.attributes[NOTE] ?? '',
    });
  }
}

/** Names of the ends that a link has: `from` and `to`, or whatever has both `…ID` and `…Text`; `from` first. */
export function endsOf({ attributes }: XmlElement): readonly string[] {
  const ends = Object.keys(attributes).flatMap((name) => {
    const end = /^(.+)ID$/u.exec(name)?.[1];
    const isEnd = end !== undefined && (`${end}Text` in attributes || /^(?:from|to)$/u.test(end));
    return isEnd && attributes[name] !== '' ? [end] : [];
  });
  return ends.includes('from') ? ['from', ...ends.filter((end) => end !== 'from')] : ends;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Whether a tag says the words of its place, which may differ in case and white space. */
function isSame(given: string, words: readonly string[]): boolean {
  const length = words.reduce((sum, one) => sum + one.length, 0);
  // Words so much longer are others; and a file may have many such.
  return length <= 4 * given.length + 100 && loose(given) === loose(words.join(''));
}

/** Words without white space, case and the signs that join ranges. */
function loose(words: string): string {
  return words.replace(/\s+|\.\.\.|…/gu, '').toLowerCase();
}
