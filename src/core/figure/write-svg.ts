import type { Schema } from '../model/schema.ts';
import type {
  Figure,
  FigureArc,
  FigureChip,
  FigureFont,
  FigureLine,
  FigureMark,
} from './figure.ts';
import { letteringOf } from './figure-words.ts';
import { type FontFile, filesFor, fontFaceRules } from './font-faces.ts';
import { type Letters, lettersOfArc, lettersOfChip, TEXT_INK } from './letters.ts';
import { type PrintColor, printColors } from './print-colors.ts';
import { escapeXml, printable } from './printable.ts';
import { sizesOf } from './sizes.ts';

interface SvgOptions {
  readonly schema: Schema;
  /** Said to screen readers, and shown by browsers. */
  readonly title: string;
  /** Of these, the file holds those that draw some of its words; none where a page around it does. */
  readonly fonts: readonly FontFile[];
}

/**
 * Writes a figure as an SVG file that needs nothing else: its fonts are in it; no image, no script.
 * Each word has its own place and its exact length (`textLength`), so that spans stay under their words
 * where another font has to stand in.
 */
export function writeSvg(figure: Figure, { schema, title, fonts }: SvgOptions): string {
  const { width, height, options, lines, marks, chips, arcs } = figure;
  const colors = printColors(schema);
  const { textFont, labelFont } = options;
  const number = (line: number) => lines[line];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img">`,
    `<title>${escapeXml(printable(title))}</title>`,
    styleOf(filesFor(fonts, letteringOf(figure))),
    `<rect width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    '<g class="spans">',
    ...marks.map((mark) => markOf(mark, number(mark.line), figure, colors.entity(mark.type))),
    '</g>',
    '<g class="arcs" fill="none">',
    ...arcs.map((arc) => arcOf(arc, colors.relation(arc.type))),
    '</g>',
    `<g class="text" fill="${TEXT_INK}" ${fontOf(textFont)}>`,
    ...lines.map(lineOf),
    '</g>',
    `<g class="chips" ${fontOf(labelFont)}>`,
    ...chips.map((chip) => chipOf(chip, labelFont, colors.entity(chip.type))),
    '</g>',
    `<g class="names" ${fontOf(labelFont)}>`,
    ...arcs.map((arc) => nameOf(arc, labelFont, colors.relation(arc.type))),
    '</g>',
    '</svg>',
    '',
  ]
    .filter((part, i, all) => part !== '' || i === all.length - 1)
    .join('\n');
}

const styleOf = (files: readonly FontFile[]) =>
  files.length === 0 ? '' : `<style>${fontFaceRules(files)}</style>`;

/** At most two digits behind the point. */
const n = (value: number) => String(Math.round(value * 100) / 100);

function fontOf({ family, size }: FigureFont): string {
  return `font-family="${escapeXml(family)}" font-size="${n(size)}"`;
}

function markOf(
  mark: FigureMark,
  line: FigureLine | undefined,
  { options }: Figure,
  { tint, line: color }: PrintColor,
): string {
  if (!line) return '';
  const { ascent, descent, underline } = sizesOf(options);
  const y = line.baseline + descent + mark.level * underline + 0.5;
  const [left, right] = [n(mark.left), n(mark.right)];
  const stroke = `stroke="${color}" stroke-width="1.6"`;
  if (mark.isJoin)
    return `<path d="M${left} ${n(y)}H${right}" ${stroke} stroke-dasharray="2 2" fill="none"/>`;
  const top = line.baseline - ascent + 1;
  const ground = `<rect x="${left}" y="${n(top)}" width="${n(mark.right - mark.left)}" height="${n(line.baseline + descent - top)}" rx="1.5" fill="${tint}" fill-opacity="0.75"/>`;
  return `${ground}<path d="M${left} ${n(y)}H${right}" ${stroke} fill="none"/>`;
}

function lineOf(line: FigureLine): string {
  const y = n(line.baseline);
  // Blanks are kept on each element of text itself: browsers do not hand that down.
  const length = (width: number) => `textLength="${n(width)}" lengthAdjust="spacingAndGlyphs"`;
  if (line.words.some((word) => word.isRtl)) {
    // Each word by itself: viewers that know little of directions then cannot mix them up.
    return line.words
      .map(({ words, left, width, isRtl }) =>
        isRtl
          ? `<text xml:space="preserve" x="${n(left + width)}" y="${y}" direction="rtl" ${length(width)}>${escapeXml(words)}</text>`
          : `<text xml:space="preserve" x="${n(left)}" y="${y}" ${length(width)}>${escapeXml(words)}</text>`,
      )
      .join('');
  }
  const words = line.words.map(
    ({ words: shown, left, width }) =>
      `<tspan x="${n(left)}" ${length(width)}>${escapeXml(shown)}</tspan>`,
  );
  return `<text xml:space="preserve" y="${y}">${words.join('')}</text>`;
}

function chipOf(chip: FigureChip, font: FigureFont, { ink, tint, line }: PrintColor): string {
  const { left, top, width, height } = chip;
  const box = `<rect x="${n(left + 0.5)}" y="${n(top + 0.5)}" width="${n(width - 1)}" height="${n(height - 1)}" rx="2.5" fill="${tint}" stroke="${line}" stroke-width="0.8"/>`;
  return box + textOf(lettersOfChip(chip, font, ink));
}

function arcOf({ corners, hasArrow }: FigureArc, { ink }: PrintColor): string {
  const path = `<path d="${roundedPath(corners)}" stroke="${ink}" stroke-width="1"/>`;
  const [x, y] = corners.at(-1) ?? [0, 0];
  if (!hasArrow) return path;
  return `${path}<path d="M${n(x - 3)} ${n(y - 5.5)}L${n(x)} ${n(y - 0.5)}L${n(x + 3)} ${n(y - 5.5)}Z" fill="${ink}"/>`;
}

function nameOf(arc: FigureArc, font: FigureFont, { ink }: PrintColor): string {
  const letters = lettersOfArc(arc, font, ink);
  if (!(letters && arc.label)) return '';
  const { left, width } = arc.label;
  const ground = `<rect x="${n(left)}" y="${n(arc.y - font.size * 0.65)}" width="${n(width)}" height="${n(font.size * 1.3)}" fill="#ffffff"/>`;
  return ground + textOf(letters);
}

function textOf({ words, left, y, width, ink }: Letters): string {
  return `<text x="${n(left)}" y="${n(y)}" fill="${ink}" textLength="${n(width)}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`;
}

const RADIUS = 4;

function roundedPath(corners: FigureArc['corners']): string {
  return corners
    .map(([x, y], i) => {
      const [before, after] = [corners[i - 1], corners[i + 1]];
      if (!before) return `M${n(x)} ${n(y)}`;
      if (!after) return `L${n(x)} ${n(y)}`;
      const [bx, by] = toward([x, y], before);
      const [ax, ay] = toward([x, y], after);
      return `L${n(bx)} ${n(by)}Q${n(x)} ${n(y)} ${n(ax)} ${n(ay)}`;
    })
    .join('');
}

/** A little way from a corner to its neighbour; never beyond the middle. */
function toward(
  [x, y]: readonly [number, number],
  [tx, ty]: readonly [number, number],
): readonly [number, number] {
  const length = Math.abs(tx - x) + Math.abs(ty - y);
  const step = Math.min(RADIUS, length / 2);
  return [x + Math.sign(tx - x) * step, y + Math.sign(ty - y) * step];
}
