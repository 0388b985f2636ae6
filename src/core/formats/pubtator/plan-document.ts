import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes } from '../../model/attribute.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { FormatOptions } from '../format.ts';
import { type FlatSpan, flatSet } from '../json/flat-spans.ts';
import { IDENTIFIER, MADE_IDENTIFIER, NOVELTY, PARTS } from './read-block.ts';

/** What becomes of a document in PubTator. */
export interface DocumentPlan {
  readonly title: string;
  readonly abstract: string;
  /** Both with a blank between them: as long as the text. */
  readonly text: string;
  readonly mentions: readonly (FlatSpan & {
    readonly identifier: string;
    readonly parts: string;
  })[];
  readonly relations: readonly PlannedRelation[];
  readonly withoutEnds: number;
  /** Relations that are read again as ones between other mentions of the same concepts. */
  readonly moved: number;
}

export interface PlannedRelation {
  readonly relation: Relation;
  readonly from: string;
  readonly to: string;
  readonly novelty: string;
}

// What Python takes for line ends, and tabs; the one that is no white space to JavaScript is \x1f.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what would end a line.
const BREAK = /[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]/gu;
const EDGE = /\s/u;

/** A text in one line, as long as it was. */
export function inOneLine(text: string): string {
  return text.replace(BREAK, ' ');
}

/**
 * Cuts a text at its first line break, with neither title nor abstract ending in a blank that readers
 * would strip: the first blank before the break is the separator. Without a break all is title.
 */
export function splitText(text: string): { readonly title: string; readonly abstract: string } {
  const line = inOneLine(text);
  const found = text.search(/[\r\n]/u);
  if (found < 0) return { title: line, abstract: '' };
  let at = found;
  while (at > 0 && EDGE.test(line.charAt(at - 1))) at--;
  const abstract = line.slice(at + 1);
  return abstract === '' ? { title: line, abstract: '' } : { title: line.slice(0, at), abstract };
}

/** Plans the rows: one range for each mention, identifiers for all that relations need. */
export function planDocument(
  text: string,
  records: readonly AnnotationRecord[],
  options: FormatOptions,
): DocumentPlan {
  const { spans, relations, withoutEnds } = flatSet(records, options);
  const inRelations = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const identifiers = new Map<string, string>();
  let made = 0;
  for (const { span } of spans) {
    if (identifiers.has(span.id)) continue;
    const own = column(span.attributes, IDENTIFIER);
    const needed = own === '' && inRelations.has(span.id) ? `#${++made}` : own;
    identifiers.set(span.id, needed);
  }
  const firstOf = firstMentions(spans, identifiers);
  const identifierOf = (id: string) => identifiers.get(id) ?? '';
  const { title, abstract } = splitText(text);
  return {
    title,
    abstract,
    text: abstract === '' ? title : `${title} ${abstract}`,
    mentions: spans.map((one) => ({
      ...one,
      identifier: identifierOf(one.span.id) || '-',
      parts: column(one.span.attributes, PARTS),
    })),
    relations: relations.map((relation) => ({
      relation,
      from: identifierOf(relation.from),
      to: identifierOf(relation.to),
      novelty: column(relation.attributes, NOVELTY),
    })),
    withoutEnds: withoutEnds.length,
    moved: relations.filter(({ from, to }) =>
      [from, to].some((id) => firstOf.get(identifierOf(id)) !== id),
    ).length,
  };
}

function firstMentions(
  spans: readonly FlatSpan[],
  identifiers: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const firstOf = new Map<string, string>();
  for (const { span } of spans) {
    const identifier = identifiers.get(span.id) ?? '';
    for (const one of [identifier, ...identifier.split(/[|,;+]/u)]) {
      if (!firstOf.has(one)) firstOf.set(one, span.id);
    }
  }
  return firstOf;
}

/** Whether the attribute is a column of PubTator with exactly this value. */
export function isColumn(
  { kind }: Span | Relation,
  name: string,
  value: Attributes[string],
): boolean {
  const names = kind === 'span' ? [IDENTIFIER, PARTS] : [NOVELTY];
  return names.includes(name) && column({ [name]: value }, name) === value;
}

/** The text of a column; empty where it would not be read again. */
function column(attributes: Attributes, name: string): string {
  const value = attributes[name];
  const text = typeof value === 'string' ? inOneLine(value).trim() : '';
  return text === '-' || MADE_IDENTIFIER.test(text) ? '' : text;
}

/** A name as it can stand in a column of types. */
export function typeName(name: string): string {
  const clean = inOneLine(name).trim() || '_';
  return /^\d+$/u.test(clean) ? `_${clean}` : clean;
}
