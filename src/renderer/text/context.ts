import { Facet, StateEffect } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { LayoutCache } from '#core/layout/layout-cache.ts';
import { shortNames } from '#core/layout/short-names.ts';
import type { EntityType, RelationType } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import { nextGrapheme } from '#core/text/segment.ts';
import { SentenceStarts } from '#core/text/sentence-starts.ts';
import type { TypeLook } from './looks.ts';
import type { TextViewEvents, TextViewState } from './props.ts';

const RTL =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const NEAR = 1000;
const MOST_REMEMBERED = 4000;

/** What every part of the text view reads: the latest props, and what is derived from them once. */
export class TextContext {
  readonly layouts = new LayoutCache();
  #sentences: SentenceStarts | undefined;
  props: TextViewState & TextViewEvents;
  /** What was asked of the present text, by offset. */
  readonly #characterEnds = new Map<number, number>();
  readonly #mayBeRtl = new Map<number, boolean>();
  #schema: TextViewState['schema'] | null = null;
  #shortNames: ReadonlyMap<string, string> | undefined;
  readonly #entityTypes = new Map<string, [EntityType, number]>();
  readonly #relationTypes = new Map<string, [RelationType, number]>();

  constructor(props: TextViewState & TextViewEvents) {
    this.props = props;
  }

  /** The entity type of that name with its number in the schema; unknown types get -1. */
  entityType(name: string): readonly [EntityType | undefined, number] {
    this.#readSchema();
    return this.#entityTypes.get(name) ?? [undefined, -1];
  }

  /** The relation type of that name with its number in the schema; unknown types get -1. */
  relationType(name: string): readonly [RelationType | undefined, number] {
    this.#readSchema();
    return this.#relationTypes.get(name) ?? [undefined, -1];
  }

  /** Where the character at that offset ends; remembered, as each frame asks for the same ones. */
  characterEnd(start: number): number {
    return remembered(this.#characterEnds, start, () => nextGrapheme(this.props.text, start));
  }

  /** Whether right-to-left letters stand near the offset, in its line; if not, all runs to the right. */
  mayBeRtl(offset: number): boolean {
    return remembered(this.#mayBeRtl, offset, () => {
      const { text } = this.props;
      const before = text.slice(Math.max(0, offset - NEAR), offset);
      const after = text.slice(offset, offset + NEAR);
      return (
        RTL.test(before.slice(before.lastIndexOf('\n') + 1)) ||
        RTL.test(/^.*/u.exec(after)?.[0] ?? '')
      );
    });
  }

  /** The sentences of the present text, as far as they were counted. */
  get sentences(): SentenceStarts {
    this.#sentences ??= new SentenceStarts(this.props.text);
    return this.#sentences;
  }

  /** Forgets what belongs to the text that was shown before. */
  forgetText(): void {
    this.#characterEnds.clear();
    this.#mayBeRtl.clear();
    this.layouts.clear();
    this.#sentences = undefined;
  }

  /** The short name of an entity type. */
  shortName(type: string): string {
    this.#readSchema();
    this.#shortNames ??= shortNames(this.props.schema.entityTypes.map(({ name }) => name));
    return this.#shortNames.get(type) ?? type.slice(0, 3);
  }

  /** Whether the span's type is shown as usual. The selected span always is. */
  lookOf({ id, type }: Span): TypeLook | 'shown' {
    const { looks, selected, linking } = this.props;
    if (looks.types.size === 0 || id === linking) return 'shown';
    if (selected?.kind === 'span' && selected.id === id) return 'shown';
    return looks.types.get(type) ?? 'shown';
  }

  /** Spans that are not hidden and share a character with [from, to), in text order. */
  spansIn(from: number, to: number): readonly Span[] {
    return this.#unhidden(this.props.index.spansIn(from, to));
  }

  /** Spans that are not hidden and cover the character at `position`, the innermost first. */
  spansAt(position: number): readonly Span[] {
    return this.#unhidden(this.props.index.spansAt(position));
  }

  #unhidden(spans: readonly Span[]): readonly Span[] {
    if (this.props.looks.types.size === 0) return spans;
    return spans.filter((span) => this.lookOf(span) !== 'hidden');
  }

  #readSchema(): void {
    const { schema } = this.props;
    if (schema === this.#schema) return;
    this.#schema = schema;
    this.#shortNames = undefined;
    this.#entityTypes.clear();
    this.#relationTypes.clear();
    for (const [i, type] of schema.entityTypes.entries())
      this.#entityTypes.set(type.name, [type, i]);
    for (const [i, type] of schema.relationTypes.entries())
      this.#relationTypes.set(type.name, [type, i]);
  }
}

const contextFacet = Facet.define<TextContext, TextContext | undefined>({
  combine: (values) => values[0],
});

/** The extension that makes `context` known to the others. */
export const provideContext = (context: TextContext) => contextFacet.of(context);

/** @throws {Error} in an editor that was not made by `createEditor`. */
export function contextOf(view: EditorView): TextContext {
  const context = view.state.facet(contextFacet);
  if (!context) throw new Error('this editor has no text context');
  return context;
}

/** Sent when props have changed: marks, chips and arcs are looked at again. */
export const propsChanged = StateEffect.define<null>();

/** Whether props have changed with this update. */
export const isTold = ({ transactions }: ViewUpdate) =>
  transactions.some((tr) => tr.effects.some((effect) => effect.is(propsChanged)));

function remembered<Value>(map: Map<number, Value>, key: number, find: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  if (map.size > MOST_REMEMBERED) map.clear();
  const value = find();
  map.set(key, value);
  return value;
}
