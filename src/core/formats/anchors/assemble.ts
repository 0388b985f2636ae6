import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Annotator } from '../../model/annotator.ts';
import type { Attributes } from '../../model/attribute.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import { normalizeRanges, type Range } from '../../model/range.ts';
import type { Place } from '../../problem.ts';
import { type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { OffsetUnit } from '../json/offset-units.ts';
import { newDocumentIds } from '../tokens/names-of-documents.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import { type Anchor, PlaceFinder } from './find-place.ts';
import { fileName, stem, type TextFile, type TextFiles } from './text-files.ts';

/** What all items have. */
interface Item {
  /** As other items name it. */
  readonly id: string;
  /** The id that its record gets, if it is free. */
  readonly recordId: string;
  /** Whose it is; `undefined` where the file does not say. */
  readonly creator: Annotator | undefined;
  readonly place: Place;
}

/** A span, or with no anchors something about a document. */
export interface SpanItem extends Item {
  readonly source: string;
  readonly anchors: readonly Anchor[];
  readonly type: string;
  readonly attributes: Attributes;
  readonly note: string;
}

export interface LinkItem extends Item {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly attributes: Attributes;
  readonly note: string;
}

interface SetDraft {
  readonly annotator: Annotator;
  readonly records: Map<string, AnnotationRecord>;
}

interface Draft {
  readonly file: TextFile;
  readonly finder: PlaceFinder;
  readonly sets: Map<string, SetDraft>;
}

/** Puts annotations on the texts that they name. What finds no place is told, and left out. */
export class Assembler {
  readonly #texts: TextFiles;
  readonly #problems: ProblemList;
  readonly #drafts = new Map<string, Draft>();
  readonly #spans = new Map<string, { readonly set: SetDraft; readonly id: string }>();
  readonly #annotatorIds = new Map<string, string>();
  readonly #newAnnotatorId = newDocumentIds();
  /** Spans that were placed, and those that were not. */
  placed = 0;
  failed = 0;

  constructor(texts: TextFiles, unit: OffsetUnit, problems: ProblemList) {
    this.#texts = texts;
    this.#problems = problems;
    for (const file of texts.all) {
      const finder = new PlaceFinder(file.text, unit);
      this.#drafts.set(file.path, { file, finder, sets: new Map() });
    }
  }

  addSpan(item: SpanItem): void {
    const file = this.#texts.find(item.source);
    const draft = file && this.#drafts.get(file.path);
    if (!draft) {
      this.failed++;
      const source = item.source === '' ? 'it is about' : `‘${item.source.slice(0, 100)}’`;
      this.#report(item, 'no-text', `The text ${source} is not among the files.`);
      return;
    }
    const set = this.#setOf(draft, item.creator);
    if (item.anchors.length === 0) {
      this.#addToDocument(set, item);
      return;
    }
    const ranges: Range[] = [];
    for (const anchor of item.anchors) {
      const found = draft.finder.find(anchor);
      if (typeof found === 'string') {
        this.failed++;
        this.#report(item, 'bad-span', `${found} The annotation was left out.`);
        return;
      }
      if (found.remark) this.#report(item, 'other-place', found.remark);
      ranges.push(found.range);
    }
    const normal = normalizeRanges(ranges);
    if (!normal) return;
    this.placed++;
    const id = freeId(set, item.recordId, 's');
    const { type, attributes, note } = item;
    set.records.set(id, { kind: 'span', id, type, ranges: normal, attributes, note });
    if (item.id !== '' && !this.#spans.has(item.id)) this.#spans.set(item.id, { set, id });
  }

  /** Joins spans; all of them must have been added before. */
  addLink(item: LinkItem): void {
    const [from, to] = [this.#spans.get(item.from), this.#spans.get(item.to)];
    if (!from || !to) {
      const missing = (from ? item.to : item.from).slice(0, 100);
      this.#report(item, 'no-end', `‘${missing}’, which it joins, is not there; it was left out.`);
      return;
    }
    if (from.set !== to.set) {
      const message = 'It joins annotations of two documents or two people; it was left out.';
      this.#report(item, 'two-sets', message);
      return;
    }
    const id = freeId(from.set, item.recordId, 'r');
    const { type, attributes, note } = item;
    const ends = { from: from.id, to: to.id };
    from.set.records.set(id, { kind: 'relation', id, type, ...ends, attributes, note });
  }

  documents(): readonly DatasetDocument[] {
    const newId = newDocumentIds();
    return [...this.#drafts.values()].map(({ file, sets }) => {
      const name = stem(fileName(file.path));
      return {
        id: newId(name),
        name,
        text: file.text,
        sets: [...sets.values()].map(({ annotator, records }) => ({
          annotator,
          records: [...records.values()],
        })),
      };
    });
  }

  #report(item: Item, code: string, message: string): void {
    const id = item.id === '' ? {} : { id: item.id.slice(0, 200) };
    this.#problems.add(code, message, { ...item.place, ...id });
  }

  #addToDocument(set: SetDraft, item: SpanItem): void {
    const { attributes, note } = item;
    const labels = Object.entries(attributes);
    if (labels.length === 0 && note === '') {
      this.#report(item, 'left-out', 'It is about the whole text and says nothing of it.');
    }
    for (const [name, value] of labels) {
      const id = labelId(name);
      if (set.records.has(id)) {
        const message = `‘${name.slice(0, 60)}’ is said of the text twice; the last one counts.`;
        this.#report(item, 'twice', message);
      }
      set.records.set(id, { kind: 'label', id, name, value });
    }
    if (note === '') return;
    const before = set.records.get(NOTE_ID);
    const text = before?.kind === 'note' ? `${before.text}\n${note}` : note;
    set.records.set(NOTE_ID, { kind: 'note', id: NOTE_ID, text });
  }

  #setOf({ sets }: Draft, creator: Annotator | undefined): SetDraft {
    const key = creator?.id ?? '';
    const found = sets.get(key);
    if (found) return found;
    const annotator = creator
      ? { id: this.#annotatorId(creator.id), name: creator.name }
      : IMPORTED;
    const set: SetDraft = { annotator, records: new Map() };
    sets.set(key, set);
    return set;
  }

  #annotatorId(key: string): string {
    const known = this.#annotatorIds.get(key);
    if (known !== undefined) return known;
    const given = this.#newAnnotatorId(key);
    const id = given === IMPORTED.id ? `${given}-1` : given;
    this.#annotatorIds.set(key, id);
    return id;
  }
}

function freeId({ records }: SetDraft, given: string, letter: string): string {
  const isKept = given !== '' && given.length <= 600 && !records.has(given) && given !== NOTE_ID;
  if (isKept && !given.startsWith('label:')) return given;
  for (let i = records.size + 1; ; i++) if (!records.has(`${letter}${i}`)) return `${letter}${i}`;
}
