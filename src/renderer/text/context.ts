import { Facet, StateEffect } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { LayoutCache } from '#core/layout/layout-cache.ts';
import type { EntityType, RelationType } from '#core/model/schema.ts';
import { nextGrapheme } from '#core/text/segment.ts';
import type { TextViewEvents, TextViewState } from './props.ts';

/** What every part of the text view reads: the latest props, and what is derived from them once. */
export class TextContext {
  readonly layouts = new LayoutCache();
  props: TextViewState & TextViewEvents;
  /** Ends of the characters that were asked for, by start; of the present text. */
  readonly #characters = new Map<number, number>();
  #schema: TextViewState['schema'] | null = null;
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

  /** Where the character at that offset ends, remembered: each frame asks for the same ones. */
  characterEnd(start: number): number {
    let end = this.#characters.get(start);
    if (end === undefined) {
      if (this.#characters.size > 4000) this.#characters.clear();
      end = nextGrapheme(this.props.text, start);
      this.#characters.set(start, end);
    }
    return end;
  }

  /** Forgets what belongs to the text that was shown before. */
  forgetText(): void {
    this.#characters.clear();
    this.layouts.clear();
  }

  #readSchema(): void {
    const { schema } = this.props;
    if (schema === this.#schema) return;
    this.#schema = schema;
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
