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
  const paragraph = paragraphAt(text, words?.[0].start ?? startOf(index, selected) ?? caret());
  const scopes: Partial<Record<Scope, Range>> = {
    ...(words && { selection: cut(text, hull(words)) }),
    ...(paragraph && { paragraph: cut(text, paragraph) }),
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

/** The paragraph at the offset, or the next one that is not empty. */
export function paragraphAt(text: string, offset: number): Range | null {
  const isEnd = (at: number) => text[at] === '\n' || text[at] === '\r';
  let start = Math.min(offset, text.length);
  while (start > 0 && !isEnd(start - 1)) start--;
  while (start < text.length && isEnd(start)) start++;
  let end = start;
  while (end < text.length && !isEnd(end)) end++;
  if (end > start) return { start, end };
  return start > 0 ? paragraphAt(text, text.trimEnd().length - 1) : null;
}

function cut(text: string, range: Range): Range {
  if (range.end - range.start <= MOST) return snapToGraphemes(text, range);
  return snapToGraphemes(text, { start: range.start, end: range.start + MOST });
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
