import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import type { Span } from '../../model/span.ts';
import { shorten } from '../../text/graphemes.ts';
import { type Lines, linesOf } from '../../text/lines.ts';
import { quoteLine } from '../../text/quote.ts';
import type { DatasetDocument, DatasetSet } from '../dataset.ts';
import { byId, byPlace } from '../set-to-json.ts';

/** A table for people; each cell is a text of one line or more. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What one annotator said of the document. */
export interface ReportSection {
  readonly annotator: string;
  /** `in progress`; empty where it was never given. */
  readonly status: string;
  /** About the document as a whole; empty where there is none. */
  readonly note: string;
  /** Those that have rows. */
  readonly tables: readonly ReportTable[];
  readonly spans: readonly Span[];
}

/** So many graphemes of the words of a span are shown, and so many code units are looked at for them. */
const WORDS = 120;
const LOOKED_AT = 1000;

/** What each annotator of a document said of it. */
export function sectionsOf(document: DatasetDocument): readonly ReportSection[] {
  const lines = linesOf(document.text);
  return document.sets.map((set) => sectionOf(document.text, set, lines));
}

function sectionOf(text: string, { annotator, records }: DatasetSet, lines: Lines): ReportSection {
  const spans = records.filter((record) => record.kind === 'span').sort(byPlace);
  const relations = records.filter((record) => record.kind === 'relation').sort(byId);
  const labels = records.filter((record) => record.kind === 'label').sort(byId);
  const status = records.find((record) => record.kind === 'status')?.status ?? '';
  const numbers = new Map(spans.map(({ id }, i) => [id, i]));
  const words = spans.map((span) => wordsOf(span, text));
  const end = (id: string) => {
    const number = numbers.get(id);
    return number === undefined ? id : `${number + 1}: ${words[number] ?? ''}`;
  };
  const tables: readonly ReportTable[] = [
    {
      title: 'Document labels',
      columns: ['Label', 'Value'],
      rows: labels.map(({ name, value }) => [name, inWords(value)]),
    },
    {
      title: 'Spans',
      columns: ['No.', 'Type', 'Words', 'Line', 'Attributes', 'Note'],
      rows: spans.map(({ type, ranges, attributes, note }, i) => [
        String(i + 1),
        type,
        words[i] ?? '',
        String(lines.lineAt(ranges[0].start)),
        attributesInWords(attributes),
        note,
      ]),
    },
    {
      title: 'Relations',
      columns: ['No.', 'From', 'Type', 'To', 'Attributes', 'Note'],
      rows: relations.map(({ type, from, to, attributes, note }, i) => [
        String(i + 1),
        end(from),
        type,
        end(to),
        attributesInWords(attributes),
        note,
      ]),
    },
  ];
  return {
    annotator: annotator.name,
    status: status === 'needs-review' ? 'for review' : status.replaceAll('-', ' '),
    note: records.find((record) => record.kind === 'note')?.text ?? '',
    tables: tables.filter(({ rows }) => rows.length > 0),
    spans,
  };
}

function wordsOf({ ranges }: Span, text: string): string {
  const [first, ...rest] = ranges;
  const cut = (range: typeof first) => ({
    start: range.start,
    end: Math.min(range.end, range.start + LOOKED_AT),
  });
  return shorten(quoteLine(text, [cut(first), ...rest.map(cut)]), WORDS);
}

function attributesInWords(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === true ? name : `${name}: ${inWords(value)}`))
    .join('; ');
}

function inWords(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
