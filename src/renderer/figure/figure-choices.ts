import { create } from 'zustand';
import type { FigureFile } from '#api/calls/exports.ts';
import type { FigureFamily } from './figure-fonts.ts';
import type { Scope } from './figure-source.ts';
import type { FigureChoices } from './make-figure.ts';

interface Choices extends Omit<FigureChoices, 'font'> {
  /** `null`: the one that is nearest to the font of the text view. */
  readonly font: FigureFamily | null;
  readonly format: FigureFile['format'];
  /** `null`: the first one that can be chosen. */
  readonly scope: Scope | null;
}

/** What was chosen last: the next figure of a paper shall look like the one before. */
export const useFigureChoices = create<Choices>()(() => ({
  format: 'svg',
  font: null,
  scope: null,
  width: 640,
  size: 15,
  chips: true,
  relations: true,
  leavingRelations: false,
  hiddenTypes: new Set<string>(),
}));
