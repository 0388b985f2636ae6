import type { SetReader } from '../model/annotation-set.ts';
import type { AttributeValue } from '../model/attribute.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { shorten } from '../text/graphemes.ts';
import { quoteLine } from '../text/quote.ts';
import type { Change } from './change.ts';

/** How many characters of a quote a label shows. */
const QUOTE = 40;

/** Names records in the labels of edits. */
export interface Names {
  /** `‘Rajnath Singh’`. */
  quote(span: Span): string;
  /** `Person ‘Rajnath Singh’`. */
  span(span: Span): string;
  /** The words of the span of that id; `‘?’` where it is unknown. */
  end(spanId: string): string;
  /** `holds role from ‘Rajnath Singh’ to ‘Defence Minister’`. */
  relation(relation: Relation): string;
}

/** Names for records of a set and of a change that is about to be made. */
export function namesIn(set: SetReader, change: Change, text: string): Names {
  const quote = (span: Span) => `‘${shorten(quoteLine(text, span.ranges), QUOTE)}’`;
  const end = (id: string) => {
    const record = set.get(id) ?? change.added[id];
    return record?.kind === 'span' ? quote(record) : '‘?’';
  };
  return {
    quote,
    span: (span) => `${span.type} ${quote(span)}`,
    end,
    relation: ({ type, from, to }) => `${type} from ${end(from)} to ${end(to)}`,
  };
}

/** A value as people read it. */
export function formatValue(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? shorten(value, QUOTE) : String(value).replaceAll(',', ', ');
}

/** A status as people read it. */
export function formatStatus(status: string): string {
  return status === 'needs-review' ? 'for review' : status.replaceAll('-', ' ');
}
