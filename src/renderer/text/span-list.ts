import type { EditorView } from '@codemirror/view';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import { openList } from './choice-list.ts';
import { contextOf } from './context.ts';
import { chooseSpan, spansAtCaret } from './pointer/choose.ts';
import type { Point } from './props.ts';
import { quoteOf } from './quote.ts';
import { entityClass, relationClass } from './type-colors.ts';

/** Opens a list of spans, to select one, or to relate one where a relation is being drawn. */
export function openSpanList(view: EditorView, spans: readonly Span[], point: Point): void {
  const context = contextOf(view);
  const { text, selected } = context.props;
  const choices = spans.map((span) => ({
    type: span.type,
    colors: entityClass(context.entityType(span.type)[1]),
    words: quoteOf(text, span, 60),
    isCurrent: span.id === selected?.id,
    choose: () => void chooseSpan(view, [span], point),
  }));
  openList(view, `${spans.length} spans here`, choices, point);
}

/** Opens the list of the spans at the caret. @returns whether there were any. */
export function listSpansHere(view: EditorView): boolean {
  const spans = spansAtCaret(view);
  const box = view.coordsAtPos(view.state.selection.main.head);
  if (spans.length === 0 || !box) return false;
  openSpanList(view, spans, { x: box.left, y: box.bottom + 4 });
  return true;
}

/** Opens a list of relations, to select one. */
export function openRelationList(
  view: EditorView,
  relations: readonly Relation[],
  point: Point,
): void {
  const context = contextOf(view);
  const { text, index, selected, onSelect } = context.props;
  const words = (id: string) => {
    const span = index.span(id);
    return span ? quoteOf(text, span, 30) : '?';
  };
  const choices = relations.map(({ id, type, from, to }) => ({
    type,
    colors: relationClass(context.relationType(type)[1]),
    words: `${words(from)} → ${words(to)}`,
    isCurrent: id === selected?.id,
    choose: () => onSelect({ kind: 'relation', id }),
  }));
  openList(view, `${relations.length} relations here`, choices, point);
}
