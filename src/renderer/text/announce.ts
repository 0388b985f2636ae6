import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { contextOf } from './context.ts';
import { draftField, type EdgeDraft } from './edges/draft.ts';
import { spansAtCaret } from './pointer/choose.ts';
import { quoteOf, shorten } from './quote.ts';
import styles from './TextView.module.css';

/** A caret that travels says only where it comes to rest. */
const REST = 120;

/** Says what is at the caret, and where edges are that move, to screen readers. */
export const announce = ViewPlugin.fromClass(
  class {
    readonly #line = document.createElement('div');
    readonly #view: EditorView;
    #selected: string | undefined;
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(view: EditorView) {
      this.#view = view;
      this.#line.className = styles.spoken ?? '';
      this.#line.setAttribute('aria-live', 'polite');
      this.#line.setAttribute('role', 'status');
      view.dom.append(this.#line);
    }

    update(update: ViewUpdate): void {
      const draft = update.state.field(draftField);
      const isDraftNew = draft !== update.startState.field(draftField);
      const { selected } = contextOf(this.#view).props;
      const isOther = selected?.id !== this.#selected;
      this.#selected = selected?.id;
      if (!(update.selectionSet || isDraftNew || isOther)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const words = draft ? edgesInWords(this.#view, draft) : spansInWords(this.#view);
        if (this.#line.textContent !== words) this.#line.textContent = words;
      }, REST);
    }

    destroy(): void {
      clearTimeout(this.#timer);
      this.#line.remove();
    }
  },
);

/** `Person: Rajnath Singh, level 2 of 3`; level 1 is the innermost span at the caret. */
function spansInWords(view: EditorView): string {
  const { text, selected, linking } = contextOf(view).props;
  const spans = spansAtCaret(view);
  const at = Math.max(
    0,
    spans.findIndex((span) => span.id === selected?.id),
  );
  const span = spans[at];
  if (!span) return '';
  const level = spans.length > 1 ? `, level ${at + 1} of ${spans.length}` : '';
  const isCandidate = linking !== null && span.id === selected?.id && span.id !== linking;
  const lead = isCandidate ? 'Other end of the relation? ' : '';
  return `${lead}${span.type}: ${quoteOf(text, span)}${level}`;
}

function edgesInWords(view: EditorView, { ranges, part, edge }: EdgeDraft): string {
  const range = ranges[part];
  const { text } = contextOf(view).props;
  const words = range ? shorten(text.slice(range.start, range.end), 200) : '';
  const which = ranges.length > 1 ? ` of part ${part + 1} of ${ranges.length}` : '';
  return `${edge === 'start' ? 'Start' : 'End'}${which}: ${words}`;
}
