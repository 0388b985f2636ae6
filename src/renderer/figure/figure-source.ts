import type { RelationId } from '#core/model/ids.ts';
import { hull, type Range } from '#core/model/range.ts';
import type { Relation } from '#core/model/relation.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { snapToGraphemes } from '#core/text/segment.ts';
import type { Session } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';

/** A figure holds no more than this many UTF-16 units: it would be no figure any more. */
export const MOST = 20_000;

/** Which part of the document a figure shows. */
export type Scope = 'selection' | 'paragraph' | 'document';

/** The document as figures and prints take it. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly index: SetIndex;
  readonly schema: Schema;
  /** The scopes that can be chosen, with their ranges, already cut to `MOST`. */
  readonly scopes: Partial<Record<Scope, Range>>;
}

/** What can be shown now; `null` where no document is open. */
export function figureSource({
  document,
  project,
  viewing,
  words,
  selected,
}: Session): Source | null {
  if (!(document && project)) return null;
  const { text } = document;
  const index = viewing?.index ?? document.index;
  const place = words?.[0].start ?? startOf(index, selected) ?? caret();
  const paragraph = paragraphAt(text, place);
  const scopes: Partial<Record<Scope, Range>> = {
    ...(words && { selection: cut(text, hull(words), hull(words).start) }),
    ...(paragraph && { paragraph: cut(text, paragraph, place) }),
    ...(text.length > 0 && text.length <= MOST && { document: { start: 0, end: text.length } }),
  };
  return { name: document.entry.name, text, index, schema: project.schema, scopes };
}

const caret = () => textView()?.caret() ?? 0;

function startOf(index: SetIndex, selected: Session['selected']): number | undefined {
  if (!selected) return undefined;
  const id = selected.kind === 'span' ? selected.id : index.relation(selected.id)?.from;
  return id === undefined ? undefined : index.span(id)?.ranges[0].start;
}

/** The paragraph at the offset, or the next one that is not empty; behind the last one, that. */
export function paragraphAt(text: string, offset: number): Range | null {
  const isEnd = (at: number) => text[at] === '\n' || text[at] === '\r';
  let at = Math.min(offset, text.length);
  // A caret at the end of a paragraph is in it.
  if (at > 0 && (at === text.length || isEnd(at)) && !isEnd(at - 1)) at--;
  while (at < text.length && isEnd(at)) at++;
  // Behind the last paragraph, the last one is meant.
  while (at > 0 && (at === text.length || isEnd(at))) at--;
  if (at >= text.length || isEnd(at)) return null;
  let start = at;
  while (start > 0 && !isEnd(start - 1)) start--;
  let end = at;
  while (end < text.length && !isEnd(end)) end++;
  return { start, end };
}

/** Of a range that is too long, the part around a place; the place is near its middle, or its end. */
export function cut(text: string, range: Range, place: number): Range {
  if (range.end - range.start <= MOST) return snapToGraphemes(text, range);
  const wanted = Math.min(Math.max(range.start, place - MOST / 2), range.end - MOST);
  const around = snapToGraphemes(text, { start: wanted, end: wanted + MOST });
  const blank = text.slice(around.start, around.start + 100).search(/\s/u);
  const isInWord = around.start > range.start && blank >= 0;
  return { start: isInWord ? around.start + blank + 1 : around.start, end: around.end };
}

/** What of the annotations is left out. */
export interface Filter {
  readonly hiddenTypes: ReadonlySet<string>;
  readonly relations: boolean;
  /** Relations whose other end is not shown end in stubs. */
  readonly leavingRelations: boolean;
}

/** The spans of a range that are shown, and their relations, each once. */
export function annotationsIn(
  { index }: Source,
  { start, end }: Range,
  { hiddenTypes, relations: isWanted, leavingRelations }: Filter,
): { readonly spans: readonly Span[]; readonly relations: readonly Relation[] } {
  const spans = index.spansIn(start, end).filter(({ type }) => !hiddenTypes.has(type));
  if (!isWanted) return { spans, relations: [] };
  const shown = new Set(spans.map(({ id }) => id));
  const relations = new Map<RelationId, Relation>();
  for (const { id } of spans)
    for (const relation of index.relationsOf(id)) {
      const isInside = shown.has(relation.from) && shown.has(relation.to);
      if (!hiddenTypes.has(relation.type) && (isInside || leavingRelations))
        relations.set(relation.id, relation);
    }
  return { spans, relations: [...relations.values()] };
}
