import { type Range, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { contextOf, isTold } from '../context.ts';
import styles from './marks.module.css';

const NAMES: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\u00a0': 'no-break space',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u3000': 'ideographic space',
};
const JOINERS: ReadonlySet<string> = new Set(['\u200c', '\u200d', '\u2060']);
/** Those that nothing is seen of, and that are not always shown. Joiners inside an emoji are left whole. */
const UNSEEN =
  /[\t\u00a0\u1680\u2000-\u200a\u200c\u202f\u205f\u2060\u3000]|(?<!\p{M}|\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d/gu;

/** The end of a line, as the text has it: `¶`, before it `␍` where a carriage return is. */
class LineEnd extends WidgetType {
  readonly #sign: string;

  constructor(sign: string) {
    super();
    this.#sign = sign;
  }

  override eq(other: LineEnd): boolean {
    return other.#sign === this.#sign;
  }

  override ignoreEvent(): boolean {
    return false;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = styles.lineEnd ?? '';
    element.textContent = this.#sign;
    element.setAttribute('aria-hidden', 'true');
    return element;
  }
}

const feed = Decoration.widget({ widget: new LineEnd('¶'), side: 2 });
const returned = Decoration.widget({ widget: new LineEnd('␍¶'), side: 2 });
const made = new Map<string, Decoration>();

function markOf(character: string): Decoration {
  let mark = made.get(character);
  if (!mark) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const name = NAMES[character] ?? `space U+${code}`;
    const kind =
      character === '\t' ? styles.tab : JOINERS.has(character) ? styles.joiner : styles.blank;
    mark = Decoration.mark({ class: `${styles.unseen} ${kind}`, attributes: { title: name } });
    made.set(character, mark);
  }
  return mark;
}

/** Shows what cannot be seen, on request: signs over the characters, which keep their width and offset. */
export const invisibles = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = RangeSet.empty;

    constructor(view: EditorView) {
      this.#look(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || isTold(update)) this.#look(update.view);
    }

    #look(view: EditorView): void {
      const { looks, text } = contextOf(view).props;
      if (!looks.showInvisibles) {
        this.decorations = RangeSet.empty;
        return;
      }
      const marks: Range<Decoration>[] = [];
      for (const { from, to } of view.visibleRanges) {
        for (const match of text.slice(from, to).matchAll(UNSEEN)) {
          const start = from + match.index;
          marks.push(markOf(match[0]).range(start, start + match[0].length));
        }
        for (
          let end = text.indexOf('\n', from);
          end >= 0 && end <= to;
          end = text.indexOf('\n', end + 1)
        )
          marks.push((text.charAt(end - 1) === '\r' ? returned : feed).range(end));
      }
      this.decorations = Decoration.set(marks, true);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
