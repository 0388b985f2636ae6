import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import { STATUS_ID, STATUSES } from '../../model/document-status.ts';
import { normalizeRanges, type Range } from '../../model/range.ts';
import { offsetsOf } from '../../text/offsets.ts';
import { RecordIds } from '../bioc/record-ids.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { type BuiltText, buildText } from './build-text.ts';
import { hasTypeOfSpan, isName, nameOf, typeOf } from './elements.ts';
import { FEATURE, readFeatures } from './features.ts';
import { Pointers } from './pointers.ts';
import { elementsIn } from './tei-documents.ts';

export interface ReadText extends Pick<BuiltText, 'text' | 'tokens' | 'sentences'> {
  readonly records: readonly AnnotationRecord[];
  readonly problems: readonly TextProblem[];
}

export interface TextProblem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly id?: string;
}

/** Reads a text with the annotations in it and those that stand off. */
export function readText(text: XmlElement, standOffs: readonly XmlElement[]): ReadText {
  return new TextReader(buildText(text), text).read(standOffs);
}

class TextReader {
  readonly #built: BuiltText;
  readonly #root: XmlElement;
  readonly #pointers: Pointers;
  readonly #ids = new RecordIds();
  readonly #spans = new Map<string, string>();
  readonly #features = new Map<string, ReadonlyMap<string, AttributeValue>>();
  readonly #records: AnnotationRecord[] = [];
  readonly #problems: TextProblem[] = [];

  constructor(built: BuiltText, root: XmlElement) {
    this.#built = built;
    this.#root = root;
    this.#pointers = new Pointers(built.byId, offsetsOf(built.text));
  }

  #report(code: string, message: string, { line, attributes }: XmlElement): void {
    const { 'xml:id': id } = attributes;
    this.#problems.push({ code, message, line, ...(id === undefined ? {} : { id }) });
  }

  read(standOffs: readonly XmlElement[]): ReadText {
    const all = standOffs.flatMap((one) => [...elementsIn(one)]);
    for (const one of all) if (nameOf(one) === 'fs') this.#readStructure(one);
    for (const { element, start, end } of this.#built.names)
      this.#addSpan(element, [{ start, end }]);
    const spans = [...this.#built.pointers, ...all.filter((one) => nameOf(one) === 'span')];
    for (const one of spans) this.#readPointer(one);
    for (const one of all) if (nameOf(one) === 'annotation') this.#readPointer(one);
    for (const one of all) if (nameOf(one) === 'relation') this.#readRelation(one);
    this.#tellUnread(all);
    this.#readDocument(this.#features.get(''));
    const { text, tokens, sentences } = this.#built;
    return { text, tokens, sentences, records: this.#records, problems: this.#problems };
  }

  /** Features belong to the element that they name, or to the document. */
  #readStructure(fs: XmlElement): void {
    const { corresp, type } = fs.attributes;
    if (corresp === undefined && type !== 'document') return;
    this.#features.set((corresp ?? '').replace(/^#/u, ''), readFeatures(fs));
  }

  #addSpan(element: XmlElement, ranges: readonly Range[]): void {
    const normal = normalizeRanges(ranges);
    if (!normal) return;
    const { 'xml:id': given = '' } = element.attributes;
    const id = this.#ids.give(given, 'a');
    if (given !== '' && !this.#spans.has(given)) this.#spans.set(given, id);
    const isTyped = isName(element) ? hasTypeOfSpan(element) : true;
    const { type, n } = element.attributes;
    // A name with white space stands in `n`, as `type` cannot hold it.
    const isShown = isTyped && n !== undefined && type === n.replace(/\s+/gu, '_');
    this.#records.push({
      kind: 'span',
      id,
      type: (isShown ? n : typeOf(element)).slice(0, 500),
      ranges: normal,
      ...this.#said(
        given,
        element,
        isTyped && type !== undefined ? ['type', ...(isShown ? ['n'] : [])] : [],
      ),
    });
  }

  /** Attributes of the element and features about it. */
  #said(given: string, { attributes }: XmlElement, used: readonly string[]) {
    const own: Record<string, AttributeValue> = {};
    for (const [name, value] of Object.entries(attributes)) {
      if (/^xml:(?:id|space|base)$|^xmlns/u.test(name) || used.includes(name) || value === '')
        continue;
      own[name] = value;
    }
    const features = given === '' ? undefined : this.#features.get(given);
    const entries = [...(features ?? [])].filter(([name]) => name !== FEATURE.note);
    const note = features?.get(FEATURE.note);
    const all: Attributes = { ...own, ...Object.fromEntries(entries) };
    return { attributes: all, note: typeof note === 'string' ? note : '' };
  }

  #readPointer(element: XmlElement): void {
    const { target, from, to = from } = element.attributes;
    const found =
      target !== undefined
        ? this.#pointers.rangesOf(target)
        : from !== undefined && to !== undefined
          ? this.#pointers.between(from, to)
          : 'It has neither target nor from.';
    if (typeof found === 'string' || !normalizeRanges(found)) {
      const why = typeof found === 'string' ? found : 'It holds no words.';
      this.#report('bad-pointer', `${why} The annotation was left out.`, element);
      return;
    }
    const attributes: Record<string, string> = { ...element.attributes };
    for (const name of ['target', 'from', 'to']) delete attributes[name];
    this.#addSpan({ ...element, attributes }, found);
  }

  #readRelation(element: XmlElement): void {
    const {
      active,
      passive,
      mutual,
      name = '',
      type,
      n,
      'xml:id': given = '',
    } = element.attributes;
    const [first = '', second = ''] = mutual?.trim().split(/\s+/u) ?? [
      active?.trim(),
      passive?.trim(),
    ];
    const [from, to] = [first, second].map((one) => this.#spans.get(one.replace(/^#/u, '')));
    const shown = n !== undefined && wordsToName(n) === name ? n : name || type;
    if (from === undefined || to === undefined || !shown) {
      const message =
        'The relation is not one between two annotations of the text; it was left out.';
      this.#report('no-end', message, element);
      return;
    }
    const used = [
      'active',
      'passive',
      'mutual',
      'name',
      ...(shown === n ? ['n'] : []),
      ...(name === '' ? ['type'] : []),
    ];
    this.#records.push({
      kind: 'relation',
      id: this.#ids.give(given, 'r'),
      type: shown.slice(0, 500),
      from,
      to,
      ...this.#said(given, element, used),
    });
  }

  #readDocument(features: ReadonlyMap<string, AttributeValue> | undefined): void {
    if (!features) return;
    for (const [name, value] of features) {
      if (name.startsWith('glossator.')) continue;
      this.#records.push({ kind: 'label', id: labelId(name), name, value });
    }
    const [text, at] = [features.get(FEATURE.note), features.get(FEATURE.statusAt)];
    if (typeof text === 'string') this.#records.push({ kind: 'note', id: NOTE_ID, text });
    const status = STATUSES.find((one) => one === features.get(FEATURE.status));
    if (status && typeof at === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/u.test(at)) {
      this.#records.push({ kind: 'status', id: STATUS_ID, status, at });
    }
  }

  /** One word each on elements of which only the text was read, whose text was left out, and that were not read. */
  #tellUnread(standOff: readonly XmlElement[]): void {
    const { unread, skipped } = this.#built;
    if (unread.size > 0) {
      const message = `Of these elements only the text was read: ${countsOf(unread)}.`;
      this.#report('text-only', message, this.#root);
    }
    if (skipped.size > 0) {
      const message = `The text of these elements was left out: ${countsOf(skipped)}.`;
      this.#report('left-out', message, this.#root);
    }
    const others = new Map<string, number>();
    for (const one of standOff) {
      if (/^(?:list|event|person|place|org|interp|join|link|timeline)/u.test(nameOf(one))) {
        if (!/^list(?:Annotation|Relation)$/u.test(nameOf(one))) {
          others.set(nameOf(one), (others.get(nameOf(one)) ?? 0) + 1);
        }
      }
    }
    if (others.size > 0) {
      const message = `What stands off the text and is no annotation of it was not read: ${countsOf(others)}.`;
      this.#report('stand-off', message, standOff[0] ?? this.#root);
    }
  }
}

function wordsToName(name: string): string {
  return name.replace(/\s+/gu, '_');
}

function countsOf(counts: ReadonlyMap<string, number>): string {
  const most = [...counts].sort(([, a], [, b]) => b - a);
  const shown = most.slice(0, 12).map(([name, count]) => `${name} (${count})`);
  return most.length > 12 ? `${shown.join(', ')} and ${most.length - 12} more` : shown.join(', ');
}
