import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { contextOf, propsChanged } from '../context.ts';
import { draftField } from '../edges/draft.ts';
import { drawHandles, type Handle, makeHandle, readHandles } from '../edges/handles.ts';
import {
  drawNumbers,
  type LineNumber,
  makeNumber,
  readNumbers,
  whenCounted,
} from '../gutter/numbers.ts';
import { hasStruts, type Strut, setStruts, strutField } from '../marks/struts.ts';
import { type ChipLine, chipLines } from './chip-lines.ts';
import { drawChips, makeChip } from './draw-chips.ts';
import { drawBundles, drawRelations, makeArc } from './draw-relations.ts';
import { type Geometry, originOf, readGeometry } from './geometry.ts';
import { holdStill } from './hold-still.ts';
import { Keyed } from './keyed.ts';
import styles from './overlay.module.css';
import { overlayMouse } from './overlay-mouse.ts';
import { relationsInView } from './relations-in-view.ts';
import { type Routes, routeRelations } from './routes.ts';
import { strutsFor } from './struts-for.ts';

interface Scene {
  readonly geometry: Geometry;
  readonly lines: readonly ChipLine[];
  readonly routes: Routes;
  readonly struts: readonly Strut[];
  readonly handles: readonly Handle[];
  readonly numbers: readonly LineNumber[];
}

/** Struts change what is in view, which may change struts; after so many rounds they are left alone. */
const MOST_ROUNDS = 2;

/**
 * Chips, arcs and handles over the text: elements of their own in the scroller, so that no character
 * enters the text. Read and written in CodeMirror's measure phases, for what is in view only.
 */
class Overlay {
  readonly layer = document.createElement('div');
  readonly svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #arcs = new Keyed(this.svg, makeArc);
  readonly #labels = new Keyed(this.layer, makeChip);
  readonly #bundles = new Keyed(this.layer, makeChip);
  readonly #chips = new Keyed(this.layer, makeChip);
  readonly #numbers = new Keyed(this.layer, makeNumber);
  readonly #handles = new Keyed(this.layer, makeHandle);
  readonly #view: EditorView;
  #rounds = 0;
  #isGone = false;
  readonly #request = {
    key: this,
    read: (view: EditorView) => this.#read(view),
    write: (scene: Scene, view: EditorView) => this.#write(scene, view),
  };

  constructor(view: EditorView) {
    this.#view = view;
    this.layer.className = styles.overlay ?? '';
    this.svg.setAttribute('class', styles.arcs ?? '');
    this.svg.setAttribute('aria-hidden', 'true');
    this.layer.append(this.svg);
    view.scrollDOM.append(this.layer);
    overlayMouse(view, this.layer);
    whenCounted.set(view, () => view.requestMeasure(this.#request));
    view.requestMeasure(this.#request);
  }

  update(update: ViewUpdate): void {
    const effects = update.transactions.flatMap((tr) => tr.effects);
    const isOwn = effects.some((effect) => effect.is(setStruts));
    if (
      isOwn ||
      update.geometryChanged ||
      update.viewportChanged ||
      update.startState.field(draftField) !== update.state.field(draftField) ||
      effects.some((effect) => effect.is(propsChanged))
    ) {
      if (!isOwn && update.transactions.length + Number(update.viewportChanged) > 0)
        this.#rounds = 0;
      update.view.requestMeasure(this.#request);
    }
  }

  destroy(): void {
    this.#isGone = true;
    this.layer.remove();
  }

  /** The chip of a span; `undefined` while it is out of view. */
  chipOf(spanId: string): HTMLElement | undefined {
    return this.#chips.get(`${spanId} 0`);
  }

  #read(view: EditorView): Scene {
    const context = contextOf(view);
    const geometry = readGeometry(view);
    const lines = chipLines(context, geometry);
    const routes = routeRelations(context, geometry, lines, relationsInView(view, lines));
    const struts = strutsFor(context, geometry, lines, routes.lanes);
    const origin = originOf(view);
    const handles = readHandles(view, origin);
    const numbers = readNumbers(view, geometry, origin);
    return { geometry, lines, routes, struts, handles, numbers };
  }

  #write({ geometry, lines, routes, struts, handles, numbers }: Scene, view: EditorView): void {
    const context = contextOf(view);
    const height = Math.round(geometry.height);
    this.layer.style.height = `${height}px`;
    this.layer.style.width = geometry.isWide ? `${geometry.width}px` : '';
    this.svg.style.height = `${height}px`;
    drawRelations(context, routes.routes, this.#arcs, this.#labels);
    drawBundles(routes.bundles, this.#bundles);
    drawChips(context, geometry, lines, this.#chips);
    drawHandles(view, handles, this.#handles);
    drawNumbers(numbers, this.#numbers);
    this.#makeRoom(view, struts);
  }

  /** Gives lines the room they need, before this frame is painted. */
  #makeRoom(view: EditorView, struts: readonly Strut[]): void {
    const { from, to } = view.viewport;
    if (this.#rounds >= MOST_ROUNDS || hasStruts(view.state.field(strutField), from, to, struts))
      return;
    this.#rounds++;
    queueMicrotask(() => {
      if (this.#isGone) return;
      holdStill(this.#view, () =>
        this.#view.dispatch({ effects: setStruts.of({ from, to, struts }) }),
      );
    });
  }
}

/** Chips, arcs and edge handles. */
export const overlay = ViewPlugin.fromClass(Overlay);
