import type { Figure } from '#core/figure/figure.ts';
import { lettersOf, withoutLetters } from '#core/figure/letters.ts';
import { writeSvg } from '#core/figure/write-svg.ts';
import type { Schema } from '#core/model/schema.ts';
import { base64 } from './base64.ts';

/** The longest side that a canvas can have, and the most points, in Chromium. */
const LONGEST = 16_000;
const MOST_POINTS = 120_000_000;

/**
 * Draws a figure as a PNG of twice its size; a very long figure, as large as a canvas holds. The words are
 * drawn with the fonts of the window: an image of SVG shows before the fonts in it are ready.
 * @returns the file in base 64.
 * @throws {Error} where the figure cannot be drawn, with a sentence.
 */
export async function drawPng(figure: Figure, schema: Schema): Promise<string> {
  const { width, height } = figure;
  const scale = Math.min(
    2,
    LONGEST / Math.max(width, height),
    Math.sqrt(MOST_POINTS / (width * height)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context) {
    const image = await imageOf(writeSvg(withoutLetters(figure), { schema, title: '', fonts: [] }));
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    context.scale(canvas.width / width, canvas.height / height);
    for (const { words, left, y, width: wide, isRtl, font, ink } of lettersOf(figure, schema)) {
      context.font = `${font.size}px ${font.family}`;
      context.fillStyle = ink;
      context.direction = isRtl ? 'rtl' : 'ltr';
      context.textAlign = isRtl ? 'right' : 'left';
      context.fillText(words, isRtl ? left + wide : left, y);
    }
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('The figure is too large for a PNG. SVG has no such limit.');
  return base64(blob);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
