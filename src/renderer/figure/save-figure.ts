import type { FigureFile } from '#api/calls/exports.ts';
import type { FontFile } from '#core/figure/font-faces.ts';
import type { Range } from '#core/model/range.ts';
import { call } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { drawPng } from './draw-png.ts';
import type { Source } from './figure-source.ts';
import { type FigureChoices, makeFigure, makePage } from './make-figure.ts';

/**
 * Lets the person choose a place, and writes the figure there. The system's dialog asks before overwriting.
 * @returns whether it was written.
 */
export async function saveFigure(
  format: FigureFile['format'],
  source: Source,
  range: Range,
  choices: FigureChoices,
  fonts: readonly FontFile[],
): Promise<boolean> {
  const stem = source.name.replace(/\.[^.]*$/u, '') || source.name;
  const chosen = await call('app.choose', {
    purpose: 'save-figure',
    suggestedName: `${stem} figure.${format}`,
  });
  if (!chosen.ok) {
    say('error', chosen.error.message);
    return false;
  }
  const [target] = chosen.value;
  if (target === undefined) return false;
  try {
    const data = await dataOf(format, source, range, choices, fonts);
    const written = await call('export.figure', { format, data, target, overwrite: true });
    if (!written.ok) {
      say('error', written.error.message);
      return false;
    }
  } catch (error) {
    say('error', error instanceof Error ? error.message : String(error));
    return false;
  }
  say('info', `The figure was written to ${target}.`, {
    label: 'Show in folder',
    run: () => void call('app.reveal', { path: target }),
  });
  return true;
}

async function dataOf(
  format: FigureFile['format'],
  source: Source,
  range: Range,
  choices: FigureChoices,
  fonts: readonly FontFile[],
): Promise<string> {
  if (format === 'html') return makePage(source, range, choices, fonts);
  const { svg, figure } = makeFigure(source, range, choices, fonts);
  return format === 'svg' ? svg : drawPng(figure, source.schema);
}
