import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { SetIndex } from '#core/set/set-index.ts';
import { contextOf, isTold } from '../context.ts';
import { revealRange } from '../reveal.ts';
import styles from './document-map.module.css';
import { drawBuckets } from './draw-buckets.ts';
import { drawDifferences } from './draw-differences.ts';
import { MapBuckets } from './map-buckets.ts';

/** Height of a stretch of the map, in CSS pixels. */
const STEP = 3;
/** Stretches away from what is in view are counted for so long at a time, so that no frame is late. In milliseconds. */
const SLICE_MS = 4;
/** Between such times, and before the first one after an edit: who edits on is not slowed down. */
const BREATH_MS = 16;
const PAUSE_MS = 500;

/** A strip beside the text that shows where in the document spans are, and where annotators differ; a press or drag goes there. */
class DocumentMap {
  readonly #strip = document.createElement('div');
  readonly #canvas = document.createElement('canvas');
  readonly #frame = document.createElement('div');
  readonly #view: EditorView;
  readonly #observer: ResizeObserver;
  #buckets = new MapBuckets(1, 1);
  #index: SetIndex | null = null;
  #version = -1;
  /** The next stretch to be counted; as many as there are: all are. */
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the canvas shows the counts as they are: scrolling moves the frame alone. */
  #isDrawn = false;
  readonly #request = { key: this, read: () => this.#place(), write: this.#draw.bind(this) };

  constructor(view: EditorView) {
    this.#view = view;
    this.#strip.className = styles.strip ?? '';
    // What it shows and does is there by key, too: Alt with arrows, and the outline.
    this.#strip.setAttribute('aria-hidden', 'true');
    this.#frame.className = styles.frame ?? '';
    this.#strip.append(this.#canvas, this.#frame);
    this.#strip.addEventListener('pointerdown', this.#press);
    view.dom.append(this.#strip);
    view.scrollDOM.addEventListener('scroll', this.#scroll, { passive: true });
    this.#observer = new ResizeObserver(() => this.#renew());
    this.#observer.observe(view.scrollDOM);
    this.#renew();
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.#renew();
    else if (isTold(update)) this.#look();
    if (update.geometryChanged) this.#view.requestMeasure(this.#request);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#view.scrollDOM.removeEventListener('scroll', this.#scroll);
    this.#strip.remove();
  }

  readonly #scroll = () => {
    if (!this.#strip.hidden) this.#view.requestMeasure(this.#request);
  };

  /** Another text, or another height: everything is counted anew, bit by bit. */
  #renew(): void {
    const height = this.#view.scrollDOM.clientHeight;
    this.#buckets = new MapBuckets(Math.floor(height / STEP), this.#view.state.doc.length);
    this.#version = -1;
    this.#look();
  }

  #look(): void {
    const { index, version, looks } = contextOf(this.#view).props;
    this.#strip.hidden = !looks.showMap;
    if (!looks.showMap) return;
    this.#isDrawn = false; // colours may be others, too
    const isOther = index !== this.#index;
    this.#index = index;
    if (isOther || this.#version === -1) this.#countAgain(BREATH_MS);
    else if (version !== this.#version) {
      // Edits are mostly made where one looks; what they changed elsewhere follows.
      const { from, to } = this.#view.viewport;
      for (let i = this.#buckets.indexOf(from); i <= this.#buckets.indexOf(to); i++) this.#count(i);
      this.#countAgain(PAUSE_MS);
    }
    this.#version = version;
    this.#view.requestMeasure(this.#request);
  }

  /** Counts all stretches, bit by bit, after that many milliseconds. */
  #countAgain(after: number): void {
    clearTimeout(this.#timer);
    this.#next = 0;
    this.#timer = setTimeout(() => this.#countOn(), after);
  }

  #countOn(): void {
    const end = performance.now() + SLICE_MS;
    while (this.#next < this.#buckets.count && performance.now() < end) this.#count(this.#next++);
    if (this.#next < this.#buckets.count)
      this.#timer = setTimeout(() => this.#countOn(), BREATH_MS);
    else this.#view.requestMeasure(this.#request);
  }

  #count(i: number): void {
    this.#isDrawn = false;
    const context = contextOf(this.#view);
    this.#buckets.recount(i, function* typesOf(from, to) {
      for (const span of context.spansIn(from, to))
        if (span.ranges[0].start >= from && context.lookOf(span) === 'shown') yield span.type;
    });
  }

  /** Where what is in view begins and ends, as parts of the text. */
  #place(): { top: number; bottom: number; right: number } {
    const { scrollDOM, state } = this.#view;
    const { length } = state.doc;
    const partAt = (height: number) => {
      const block = this.#view.lineBlockAtHeight(height);
      const inside = block.height > 0 ? (height - block.top) / block.height : 0;
      const offset = block.from + Math.max(0, Math.min(1, inside)) * block.length;
      return length === 0 ? 0 : offset / length;
    };
    const top = scrollDOM.scrollTop;
    return {
      top: partAt(top),
      bottom: partAt(top + scrollDOM.clientHeight),
      right: scrollDOM.offsetWidth - scrollDOM.clientWidth,
    };
  }

  #draw({ top, bottom, right }: { top: number; bottom: number; right: number }): void {
    if (this.#strip.hidden) return;
    const height = this.#buckets.count * STEP;
    this.#strip.style.right = `${right}px`;
    // Where all is in view, there is nothing to tell.
    this.#frame.hidden = bottom - top > 0.99;
    this.#frame.style.top = `${top * height}px`;
    this.#frame.style.height = `${Math.max(6, (bottom - top) * height)}px`;
    if (this.#isDrawn) return;
    this.#isDrawn = true;
    const context = contextOf(this.#view);
    drawBuckets(context, this.#canvas, this.#buckets, STEP);
    const paper = this.#canvas.getContext('2d');
    if (!paper) return;
    paper.fillStyle = getComputedStyle(this.#canvas).getPropertyValue('--bad').trim();
    const { differences = [] } = context.props;
    drawDifferences(paper, differences, this.#view.state.doc.length, this.#buckets.count * STEP);
  }

  readonly #press = (press: PointerEvent) => {
    press.preventDefault();
    if (press.button !== 0) return;
    const go = ({ clientY }: PointerEvent) => {
      const { top, height } = this.#strip.getBoundingClientRect();
      const part = Math.max(0, Math.min(1, (clientY - top) / height));
      const start = Math.round(part * this.#view.state.doc.length);
      revealRange(this.#view, { start, end: start });
    };
    this.#strip.setPointerCapture(press.pointerId);
    this.#strip.addEventListener('pointermove', go);
    const finish = () => {
      this.#strip.removeEventListener('pointermove', go);
      this.#view.focus();
    };
    this.#strip.addEventListener('lostpointercapture', finish, { once: true });
    go(press);
  };
}

/** The map of the document. */
export const documentMap = ViewPlugin.fromClass(DocumentMap);
