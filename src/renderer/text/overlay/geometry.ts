import type { EditorView } from '@codemirror/view';
import type { Span } from '#core/model/span.ts';
import { previousGrapheme } from '#core/text/segment.ts';
import { contextOf } from '../context.ts';
import { visibleLayouts } from '../marks/span-marks.ts';
import { type FontMetrics, fontMetrics, textWidth } from './text-width.ts';

/** The start of a span's range on screen. Lengths in CSS pixels, from the scrolled content's corner. */
export interface Anchor {
  readonly span: Span;
  /** Which range of the span starts here; 0 carries the chip, later ones a mark of continuation. */
  readonly part: number;
  readonly pos: number;
  /** Where the first character ends in the text. */
  readonly posEnd: number;
  /** The edge where reading starts: left, or right in right-to-left words. */
  readonly x: number;
  readonly baseline: number;
  readonly isRtl: boolean;
  /** How far the range runs along this line. */
  readonly room: number;
  readonly level: number;
}

/** The end of a range with a low underline, on another line of the screen than its start. */
export interface Tail {
  /** Where its last character starts and ends in the text. */
  readonly pos: number;
  readonly posEnd: number;
  readonly baseline: number;
  readonly level: number;
}

/** What was measured of the page in one go. */
export interface Geometry {
  readonly anchors: readonly Anchor[];
  readonly tails: readonly Tail[];
  readonly font: FontMetrics;
  /** Left and right edge of the text column. */
  readonly left: number;
  readonly right: number;
  /** Of the text where lines are not wrapped; else of what is in view. */
  readonly width: number;
  readonly isWide: boolean;
  readonly height: number;
  readonly lineHeight: number;
}

/** Underlines from this level on reach below the usual height of a line. */
const LOW = 2;

/** Ranges of more UTF-16 units than this are long enough for any chip; they are not measured. */
const LONG = 24;

/** Where the scrolled content's corner is in the window. */
export function originOf(view: EditorView): { readonly x: number; readonly y: number } {
  const box = view.scrollDOM.getBoundingClientRect();
  return { x: box.left - view.scrollDOM.scrollLeft, y: box.top - view.scrollDOM.scrollTop };
}

/** Reads where spans start; for the read phase of a measure cycle, when layout is up to date. */
export function readGeometry(view: EditorView): Geometry {
  const context = contextOf(view);
  const { props } = context;
  const origin = originOf(view);
  const style = getComputedStyle(view.contentDOM);
  const fontName = `${style.fontSize} ${style.fontFamily}`;
  const font = fontMetrics(fontName);
  const content = view.contentDOM.getBoundingClientRect();
  const left = content.left - origin.x + Number.parseFloat(style.paddingLeft);
  const right = content.right - origin.x - Number.parseFloat(style.paddingRight);

  const isDrawn = (pos: number) => view.visibleRanges.some((r) => r.from <= pos && pos < r.to);
  const anchors: Anchor[] = [];
  const tails: Tail[] = [];
  for (const { span, pieces, level } of visibleLayouts(view)) {
    for (const { start, end } of pieces) {
      const part = span.ranges.findIndex((range) => range.start === start);
      if (part < 0 || !isDrawn(start)) continue;
      const head = view.coordsAtPos(start, 1);
      if (!head) continue;
      const posEnd = context.characterEnd(start);
      const next = context.mayBeRtl(start) ? view.coordsAtPos(posEnd, -1) : null;
      const isRtl = next !== null && next.left < head.left && next.top < head.bottom;
      const x = head.left - origin.x;
      const foot = level >= LOW && isDrawn(end - 1) ? view.coordsAtPos(end, -1) : null;
      if (foot && foot.top > head.bottom)
        tails.push({
          pos: previousGrapheme(props.text, end),
          posEnd: end,
          baseline: foot.top - origin.y + font.boxTop,
          level,
        });
      const length =
        end - start > LONG ? Infinity : textWidth(props.text.slice(start, end), fontName);
      anchors.push({
        span,
        part,
        pos: start,
        posEnd,
        x,
        baseline: head.top - origin.y + font.boxTop,
        isRtl,
        room: Math.min(length, isRtl ? x - left : right - x),
        level,
      });
    }
  }
  return {
    anchors,
    tails,
    font,
    left,
    right,
    width: Math.max(view.scrollDOM.clientWidth, view.lineWrapping ? 0 : content.width),
    isWide: !view.lineWrapping,
    height: Math.max(content.height, view.scrollDOM.clientHeight),
    lineHeight: props.textSize * props.lineHeight,
  };
}
