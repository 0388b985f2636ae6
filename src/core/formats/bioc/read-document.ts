import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { normalizeRanges, type Range } from '../../model/range.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { BiocAnnotation, BiocDocument, BiocPlace, BiocSentence } from './collection.ts';
import { readDocumentInfons } from './document-infons.ts';
import { attributesOfInfons, infonText, NOTE, TYPE } from './infons.ts';
import { type BiocUnit, type Piece, type PlacedText, pieceAt, placeText } from './place-text.ts';
import { readRelations } from './read-relations.ts';
import { RecordIds } from './record-ids.ts';

/** From where locations count: the start of the document, or that of the passage or sentence they stand in. */
export type Origin = 'document' | 'part';

export interface Reading {
  readonly unit: BiocUnit;
  readonly origin: Origin;
}

export interface ReadDocument {
  readonly text: string;
  readonly sentences: readonly Range[];
  readonly records: readonly AnnotationRecord[];
  readonly reading: Reading;
  /** The record of each annotation and relation that was read; others are kept as they are. */
  readonly recordOf: ReadonlyMap<object, AnnotationRecord>;
  readonly problems: readonly BiocProblem[];
}

export interface BiocProblem {
  readonly code: string;
  readonly message: string;
  readonly at: BiocPlace;
  readonly id?: string;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** An annotation with the passage or sentence that it stands in; none where it is the document's. */
export interface Marked {
  readonly annotation: BiocAnnotation;
  readonly part: BiocSentence | undefined;
}

/** All annotations of a document in the order of the file. */
export function annotationsIn(document: BiocDocument): readonly Marked[] {
  const marked: Marked[] = [];
  const add = (part: BiocSentence | undefined, annotations: readonly BiocAnnotation[]) => {
    for (const annotation of annotations) marked.push({ annotation, part });
  };
  for (const passage of document.passages) {
    add(passage, passage.annotations);
    for (const sentence of passage.sentences) add(sentence, sentence.annotations);
  }
  add(undefined, document.annotations);
  return marked;
}

/**
 * Reads a document. BioC says neither what offsets count nor from where: `auto` tries code points from
 * the start of the document, as the tools in Python have it; UTF-16, as those in Java; and both from the
 * start of the passage or sentence, as INCEpTION; and takes what most words fit.
 */
export function readDocument(document: BiocDocument, unit: BiocUnit | 'auto'): ReadDocument {
  const annotations = annotationsIn(document);
  const plain = placeText(document, 'code-points');
  const units: readonly BiocUnit[] =
    unit !== 'auto' ? [unit] : PAIR.test(plain.text) ? ['code-points', 'utf-16'] : ['code-points'];
  const readings = (['document', 'part'] as const).flatMap((origin) =>
    units.map((one) => ({ unit: one, origin })),
  );
  let locator = new Locator(plain, { unit: units[0] ?? 'code-points', origin: 'document' });
  let best = -1;
  for (const reading of readings) {
    const placed = reading.unit === 'code-points' ? plain : placeText(document, reading.unit);
    const other = new Locator(placed, reading);
    const score = other.score(annotations);
    if (score > best) [best, locator] = [score, other];
    if (score === 2 * annotations.length) break;
  }
  return readWith(document, annotations, locator);
}

function readWith(
  document: BiocDocument,
  annotations: readonly Marked[],
  locator: Locator,
): ReadDocument {
  const { placed, reading } = locator;
  const problems: BiocProblem[] = [];
  const records: AnnotationRecord[] = [];
  const recordOf = new Map<object, AnnotationRecord>();
  const ids = new RecordIds();
  const spans = new Map<string, string>();
  const concepts = new Map<string, string>();
  for (const { code, message, part } of placed.faults)
    problems.push({ code, message, at: part.at });
  for (const marked of annotations) {
    const { annotation } = marked;
    const { id, infons, at } = annotation;
    const found = locator.rangesOf(marked);
    const ranges = typeof found === 'string' ? undefined : normalizeRanges(found);
    if (!ranges || typeof found === 'string') {
      const why = typeof found === 'string' ? found : 'It has no location.';
      problems.push({
        code: 'bad-range',
        message: `${why} It is no span, and is kept as it is.`,
        at,
        id,
      });
      continue;
    }
    if (!locator.fits(annotation, ranges)) {
      const message = `Its text ‘${short(annotation.text)}’ is not what stands at its location: ‘${short(locator.words(ranges))}’. The location counts.`;
      problems.push({ code: 'other-words', message, at, id });
    }
    const type = infonText(infons, TYPE).slice(0, 500) || 'Annotation';
    const span: AnnotationRecord = {
      kind: 'span',
      id: ids.give(id, 'a'),
      type,
      ranges,
      attributes: attributesOfInfons(infons),
      note: infonText(infons, NOTE),
    };
    if (!spans.has(id)) spans.set(id, span.id);
    const concept = infonText(infons, 'identifier');
    if (concept !== '' && !concepts.has(concept)) concepts.set(concept, span.id);
    records.push(span);
    recordOf.set(annotation, span);
  }
  if (reading.origin === 'part' && annotations.length > 0) {
    const message =
      'Locations count from the start of their passage or sentence, not from that of the document; they were read so.';
    problems.push({ code: 'relative-offsets', message, at: document.at });
  }
  const relations = readRelations(document, spans, concepts, ids);
  for (const [relation, record] of relations.recordOf) recordOf.set(relation, record);
  return {
    text: placed.text,
    sentences: sentencesOf(locator),
    records: [...records, ...relations.records, ...readDocumentInfons(document.infons)],
    reading,
    recordOf,
    problems: [...problems, ...relations.problems],
  };
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function sentencesOf(locator: Locator): readonly Range[] {
  const { pieces, sentences } = locator.placed;
  const all = [...pieces.filter(({ isSentence }) => isSentence), ...sentences].sort(
    (a, b) => a.placed - b.placed,
  );
  const ranges = all.flatMap((piece) => locator.rangeOfPiece(piece));
  return ranges.every(({ end }, i) => end <= (ranges[i + 1]?.start ?? end)) ? ranges : [];
}

/** Finds the places of annotations in a text, in one way of reading offsets. */
class Locator {
  readonly placed: PlacedText;
  readonly reading: Reading;
  readonly #places: OffsetPlaces;
  readonly #sorted: readonly Piece[];
  readonly #pieceOf: ReadonlyMap<BiocSentence, Piece>;

  constructor(placed: PlacedText, reading: Reading) {
    this.placed = placed;
    this.reading = reading;
    this.#places = new OffsetPlaces(placed.text, reading.unit);
    this.#sorted = [...placed.pieces].sort((a, b) => a.declared - b.declared);
    this.#pieceOf = new Map(
      [...placed.pieces, ...placed.sentences].map((piece) => [piece.part, piece]),
    );
  }

  /** Two for each annotation whose words stand at its place, one for each that lies in its part. */
  score(annotations: readonly Marked[]): number {
    let score = 0;
    for (const marked of annotations) {
      const ranges = this.rangesOf(marked);
      const normal = typeof ranges === 'string' ? undefined : normalizeRanges(ranges);
      if (normal) score += this.fits(marked.annotation, normal) ? 2 : 1;
    }
    return score;
  }

  /** The ranges of an annotation; otherwise why it has none, as a sentence. */
  rangesOf({ annotation, part }: Marked): readonly Range[] | string {
    const ranges: Range[] = [];
    const own = part && this.#pieceOf.get(part);
    for (const { offset, length } of annotation.locations) {
      const isRelative = this.reading.origin === 'part' && part !== undefined;
      const declared = isRelative ? offset + part.offset : offset;
      const piece = own ?? pieceAt(this.#sorted, declared);
      if (!piece || Number.isNaN(offset) || Number.isNaN(length))
        return 'Its location is not in the text.';
      const start = declared - piece.declared + piece.placed;
      // A place before the part that it stands in is none, though there may be text.
      if (own && start < own.placed) return 'Its location is not in its passage or sentence.';
      const range = this.#places.rangeOf(start, start + length);
      if (typeof range === 'string') return range;
      ranges.push(range);
    }
    return ranges;
  }

  rangeOfPiece({ placed, length }: Piece): readonly Range[] {
    const range = this.#places.rangeOf(placed, placed + length);
    return typeof range === 'string' ? [] : [range];
  }

  /** The words of all ranges with what stands between them. */
  words(ranges: readonly Range[]): string {
    return this.placed.text.slice(ranges[0]?.start, ranges.at(-1)?.end);
  }

  /** Whether the annotation’s text is that of its place: as a whole, or range by range. */
  fits({ text }: BiocAnnotation, ranges: readonly Range[]): boolean {
    const all = this.words(ranges);
    if (text === '' || text === all) return true;
    // Words so much longer are others; and a file may have many such.
    if (all.length > 4 * text.length + 100) return false;
    const loose = (words: string) => words.replace(/\s+/gu, '');
    const pieces = ranges.map(({ start, end }) => this.placed.text.slice(start, end)).join('');
    return [pieces, all].some((words) => loose(words) === loose(text));
  }
}
