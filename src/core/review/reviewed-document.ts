import type { AnnotatorId, RecordId } from '../model/ids.ts';
import type { Range } from '../model/range.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import type { SpanItem } from './align-spans.ts';
import type { ComparedSet } from './compared-set.ts';
import type { Take } from './difference.ts';
import { type Compared, compareSets, type DifferenceKind, spansOf } from './differences.ts';
import { endsOf, takesOf } from './takes.ts';

/** Something that annotators marked in an excerpt, and in which ways they differ on it. */
export interface ExcerptItem {
  readonly kinds: readonly DifferenceKind[];
  readonly takes: readonly Take[];
  /** It is the one that was asked for, or (span) an end of it. */
  readonly isChosen: boolean;
}

/** A stretch of the document's text, in UTF-16 code units. */
export interface ExcerptPart extends Range {
  readonly text: string;
}

/** The text around one thing, with all that the compared annotators marked there. */
export interface ReviewExcerpt {
  /** In the order of the text; several where the thing has ends that are far apart. */
  readonly parts: readonly ExcerptPart[];
  /** Length of the whole text. */
  readonly length: number;
  /** In which line the first place of the thing is, from 1. */
  readonly line: number;
  readonly spans: readonly ExcerptItem[];
  /** The relation that was asked for, or those of the span. */
  readonly relations: readonly ExcerptItem[];
}

const MOST_SPANS = 1_000;
const MOST_RELATIONS = 50;
const MOST_PARTS = 6;

/** One document as several annotators see it, compared once and looked at in many places. */
export class ReviewedDocument {
  private readonly text: string;
  private readonly all: readonly Compared[];
  private readonly byRecord = new Map<string, Compared>();

  /** Arguments as of `compareSets`. */
  constructor(text: string, sets: readonly ComparedSet[], symmetric: ReadonlySet<string>) {
    this.text = text;
    this.all = compareSets(sets, symmetric);
    for (const compared of this.all) {
      for (const [annotator, id] of recordsOf(compared)) {
        this.byRecord.set(keyOf(annotator, id), compared);
      }
    }
  }

  /**
   * The text around the thing to which a record belongs.
   * @param around code units before and after each of its places.
   * @returns `undefined` where there is no such record.
   */
  excerpt(annotator: AnnotatorId, id: RecordId, around: number): ReviewExcerpt | undefined {
    const chosen = this.byRecord.get(keyOf(annotator, id));
    if (!chosen) return undefined;
    const places = spansOf(chosen).flatMap(({ ranges }) => ranges);
    const parts = partsAround(this.text, places, around);
    const isShown = ({ start, end }: Range) =>
      parts.some((part) => start < part.end && end > part.start);
    const chosenSpans = chosenItems(chosen);
    const spans: ExcerptItem[] = [];
    const relations: ExcerptItem[] = [];
    for (const compared of this.all) {
      if (compared.about === 'span') {
        if (spans.length >= MOST_SPANS) continue;
        const isNear = spansOf(compared).some(({ ranges }) => ranges.some(isShown));
        if (isNear) spans.push(this.item(compared, chosenSpans.has(compared.item)));
      } else if (compared.about === 'relation' && relations.length < MOST_RELATIONS) {
        if (compared === chosen || (chosen.about === 'span' && touches(compared, chosen.item))) {
          relations.push(this.item(compared, compared === chosen));
        }
      }
    }
    const first = Math.min(this.text.length, ...places.map(({ start }) => start));
    const line = places.length === 0 ? 1 : lineOf(this.text, first);
    return { parts, length: this.text.length, line, spans, relations };
  }

  private item(compared: Compared, isChosen: boolean): ExcerptItem {
    return { kinds: compared.kinds, takes: takesOf(compared, this.text), isChosen };
  }
}

const keyOf = (annotator: AnnotatorId, id: RecordId) => `${annotator}\n${id}`;

function* recordsOf(compared: Compared): Iterable<readonly [AnnotatorId, RecordId]> {
  if (compared.about === 'relation') {
    for (const [annotator, { relation }] of compared.item.members) yield [annotator, relation.id];
  } else for (const [annotator, { id }] of compared.item.members) yield [annotator, id];
}

function chosenItems(compared: Compared): ReadonlySet<SpanItem> {
  if (compared.about === 'span') return new Set([compared.item]);
  if (compared.about === 'label') return new Set();
  return new Set([...compared.item.members.values()].flatMap(({ from, to }) => [from, to]));
}

function touches(relation: Extract<Compared, { about: 'relation' }>, item: SpanItem): boolean {
  return [...relation.item.members].some(([annotator, placed]) => {
    const own = item.members.get(annotator);
    return own !== undefined && endsOf(annotator, placed).includes(own);
  });
}

/** Stretches around some places, joined where they meet; the beginning where there are none. */
function partsAround(
  text: string,
  places: readonly Range[],
  around: number,
): readonly ExcerptPart[] {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  const open: { start: number; end: number }[] = [];
  for (const place of sorted.length > 0 ? sorted : [{ start: 0, end: 0 }]) {
    const start = wordStart(text, Math.max(0, place.start - around));
    // A span that covers pages is shown from its start.
    const shown = Math.min(place.end, place.start + 4 * around);
    const end = wordEnd(text, Math.min(text.length, shown + around));
    const last = open.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (open.length < MOST_PARTS) open.push({ start, end });
  }
  return open.map((part) => {
    const { start, end } = snapToGraphemes(text, part);
    return { start, end, text: text.slice(start, end) };
  });
}

/** How far a blank is looked for, so that whole words are shown. */
const LOOK = 30;

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + LOOK).search(/\s/u);
  return blank < 0 ? at : at + blank + 1;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const before = text.slice(Math.max(0, at - LOOK), at);
  const blank = /\s\S*$/u.exec(before)?.index;
  return blank === undefined ? at : at - before.length + blank;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
