import { type EditorState, type Range as MarkRange, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { layoutWindows } from '#core/layout/layout-windows.ts';
import type { SpanLayout } from '#core/layout/span-layout.ts';
import { contextOf, propsChanged, type TextContext } from '../context.ts';
import { breakMark, joinMark, pieceMark } from './mark-looks.ts';

/** The spans of what is drawn, in text order; a span in several paragraphs comes once in each. */
export function visibleLayouts(view: EditorView): readonly SpanLayout[] {
  return view.plugin(spanMarks)?.layouts ?? [];
}

class SpanMarks {
  decorations: DecorationSet = RangeSet.empty;
  layouts: readonly SpanLayout[] = [];

  constructor(view: EditorView) {
    this.draw(view);
  }

  update(update: ViewUpdate): void {
    if (
      update.docChanged ||
      update.viewportChanged ||
      update.transactions.some((tr) => tr.effects.some((e) => e.is(propsChanged)))
    )
      this.draw(update.view);
  }

  draw(view: EditorView): void {
    const context = contextOf(view);
    const layouts: SpanLayout[] = [];
    const marks: MarkRange<Decoration>[] = [];
    const seen = new Set<number>();
    for (const { from, to } of view.visibleRanges) {
      for (const window of windowsIn(view.state, from, to)) {
        if (seen.has(window.start)) continue;
        seen.add(window.start);
        for (const layout of layoutsOf(context, window.start, window.end)) {
          addMarks(context, layout, marks);
          layouts.push(layout);
        }
      }
    }
    this.layouts = layouts;
    this.decorations = Decoration.set(marks, true);
  }
}

/** Draws each span's pieces and joins, for what is in view only. */
export const spanMarks = ViewPlugin.fromClass(SpanMarks, {
  decorations: (plugin) => plugin.decorations,
});

function layoutsOf(context: TextContext, from: number, to: number): readonly SpanLayout[] {
  return context.layouts.get(from, to, context.spansIn(from, to));
}

function* windowsIn(state: EditorState, from: number, to: number) {
  for (let pos = from; pos <= to; ) {
    const line = state.doc.lineAt(pos);
    // With its line break, which may be all that a span has.
    const end = Math.min(state.doc.length, line.to + 1);
    yield* layoutWindows({ start: line.from, end }, { start: from, end: to + 1 });
    pos = line.to + 1;
  }
}

function addMarks(
  context: TextContext,
  { span, pieces, joins, level, depth }: SpanLayout,
  marks: MarkRange<Decoration>[],
): void {
  const { selected, linking } = context.props;
  const isSelected = selected?.kind === 'span' && selected.id === span.id;
  const [, type] = context.entityType(span.type);
  const isDimmed = context.lookOf(span) === 'dimmed';
  const isSource = linking === span.id;
  const isCandidate = isSelected && linking !== null && !isSource;
  const look = { type, level, depth, isSelected, isDimmed, isSource, isCandidate };
  for (const { start, end } of pieces) {
    const isBreak = end - start <= 2 && /^[\r\n]+$/u.test(context.props.text.slice(start, end));
    if (isBreak) marks.push(breakMark(look, span.id).range(start));
    else marks.push(pieceMark(look).range(start, end));
  }
  for (const { start, end } of joins) marks.push(joinMark(look).range(start, end));
}
