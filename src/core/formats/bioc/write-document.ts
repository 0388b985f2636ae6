import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { hull } from '../../model/range.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { DatasetDocument } from '../dataset.ts';
import { sameRecords } from '../json/carried-json.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import { byId, byPlace } from '../set-to-json.ts';
import type { DocumentOfOne } from '../tokens/files-by-annotator.ts';
import type { CarriedBioc } from './carried.ts';
import type {
  BiocAnnotation,
  BiocDocument,
  BiocPassage,
  BiocRelation,
  BiocSentence,
} from './collection.ts';
import { documentInfons, otherInfons } from './document-infons.ts';
import { infonsOf } from './infons.ts';
import { type BiocUnit, type Piece, placeText } from './place-text.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import { FROM_ROLE, TO_ROLE } from './read-relations.ts';

/** A document as BioC has it: as it was read, where its records are the same. */
export function biocOf(
  { document, records }: DocumentOfOne,
  unit: BiocUnit,
  carried: CarriedBioc | undefined,
): BiocDocument {
  const read = carried && readDocument(carried.document, carried.unit);
  const isKnown = read?.text === document.text && (carried?.unit === unit || !isAstral(read.text));
  if (!carried || !read || !isKnown) return anew(document, records, unit);
  if (sameRecords(read.records, records)) return carried.document;
  // Where locations are relative, new ones cannot stand among them.
  if (read.reading.origin === 'part') return anew(document, records, unit);
  return changed(carried, read, records);
}

function isAstral(text: string): boolean {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text);
}

/** One passage with all of the text. */
function anew(
  { name, text, metadata = {} }: DatasetDocument,
  records: readonly AnnotationRecord[],
  unit: BiocUnit,
): BiocDocument {
  const writer = new RecordWriter(text, unit);
  return {
    id: name,
    infons: Object.fromEntries([
      ...Object.entries(otherInfons(metadata)),
      ...documentInfons(records),
    ]),
    passages: [
      {
        offset: 0,
        infons: {},
        text,
        sentences: [],
        annotations: spansOf(records).map((span) => writer.annotation(span)),
        relations: relationsOf(records).map((relation) => writer.relation(relation)),
        at: '',
      },
    ],
    annotations: [],
    relations: [],
    at: '',
  };
}

function spansOf(records: readonly AnnotationRecord[]): readonly Span[] {
  return records.filter((record) => record.kind === 'span').sort(byPlace);
}

function relationsOf(records: readonly AnnotationRecord[]): readonly Relation[] {
  return records.filter((record) => record.kind === 'relation').sort(byId);
}

/** What was read, with other records: what is the same, or was never read, stays as it was and where it was. */
function changed(
  { document, unit }: CarriedBioc,
  read: ReadDocument,
  records: readonly AnnotationRecord[],
): BiocDocument {
  const now = new Map(records.map((record) => [record.id, record]));
  const stays = (one: BiocAnnotation | BiocRelation) => {
    const was = read.recordOf.get(one);
    const is = was && now.get(was.id);
    if (!was) return true;
    if (!is || !sameRecords([was], [is])) return false;
    now.delete(was.id);
    return true;
  };
  const { text, pieces } = placeText(document, unit);
  const kept = keepIn(document, stays);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [one, { id }] of read.recordOf) {
    const name = 'id' in one ? String(one.id) : '';
    if (name !== '' && !taken.has(name)) names.set(id, name);
    taken.add(name);
  }
  const writer = new RecordWriter(text, unit, pieces, names);
  const rest = [...now.values()];
  const inPart = new Map<BiocSentence | undefined, BiocAnnotation[]>();
  for (const span of spansOf(rest)) {
    const piece = writer.pieceOf(span);
    const list = inPart.get(piece?.part) ?? [];
    inPart.set(piece?.part, list);
    list.push(writer.annotation(span, piece));
  }
  const more = <Part extends BiocSentence>(part: Part, was: BiocSentence): Part => ({
    ...part,
    annotations: [...part.annotations, ...(inPart.get(was) ?? [])],
  });
  return {
    ...kept,
    infons: Object.fromEntries([
      ...Object.entries(otherInfons(kept.infons)),
      ...documentInfons(records),
    ]),
    passages: kept.passages.map((passage, i) => {
      const was = document.passages[i] ?? passage;
      const sentences = passage.sentences.map((one, j) => more(one, was.sentences[j] ?? one));
      return { ...more(passage, was), sentences };
    }),
    annotations: [...kept.annotations, ...(inPart.get(undefined) ?? [])],
    relations: [
      ...kept.relations,
      ...relationsOf(rest).map((relation) => writer.relation(relation)),
    ],
  };
}

function keepIn(
  document: BiocDocument,
  stays: (one: BiocAnnotation | BiocRelation) => boolean,
): BiocDocument {
  const keep = <Part extends BiocSentence | BiocDocument>(part: Part): Part => ({
    ...part,
    annotations: part.annotations.filter(stays),
    relations: part.relations.filter(stays),
  });
  const passages: readonly BiocPassage[] = document.passages.map((passage) => ({
    ...keep(passage),
    sentences: passage.sentences.map(keep),
  }));
  return { ...keep(document), passages };
}

class RecordWriter {
  readonly #text: string;
  readonly #places: OffsetPlaces;
  readonly #pieces: readonly Piece[];
  readonly #names: ReadonlyMap<string, string>;

  constructor(
    text: string,
    unit: BiocUnit,
    pieces: readonly Piece[] = [],
    names: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#text = text;
    this.#places = new OffsetPlaces(text, unit);
    this.#pieces = pieces;
    this.#names = names;
  }

  /** The passage or sentence that holds all of a span; none where it crosses an edge. */
  pieceOf(span: Span): Piece | undefined {
    const { start, end } = hull(span.ranges);
    const [from, to] = [this.#places.write(start), this.#places.write(end)];
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pieces[middle]?.placed ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    const piece = this.#pieces[low - 1];
    return piece && to <= piece.placed + piece.length ? piece : undefined;
  }

  annotation(span: Span, part?: Piece): BiocAnnotation {
    const { start, end } = hull(span.ranges);
    const piece = part ?? this.#pieces[0];
    const shift = piece ? piece.declared - piece.placed : 0;
    return {
      id: this.#nameOf(span.id),
      infons: infonsOf(span.type, span.attributes, span.note),
      // With several locations, all from the first to the last: so bioc checks it.
      text: this.#text.slice(start, end),
      locations: span.ranges.map((range) => {
        const [from, to] = [this.#places.write(range.start), this.#places.write(range.end)];
        return { offset: from + shift, length: to - from };
      }),
      at: '',
    };
  }

  relation({ id, type, from, to, attributes, note }: Relation): BiocRelation {
    const { [FROM_ROLE]: fromRole, [TO_ROLE]: toRole, ...others } = attributes;
    const role = (given: unknown, usual: string) => (typeof given === 'string' ? given : usual);
    return {
      id: this.#nameOf(id),
      infons: infonsOf(type, others, note),
      nodes: [
        { refid: this.#nameOf(from), role: role(fromRole, 'source') },
        { refid: this.#nameOf(to), role: role(toRole, 'target') },
      ],
      at: '',
    };
  }

  #nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }
}
