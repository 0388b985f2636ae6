import type { ExportSplit } from '#api/calls/exports.ts';
import { faultOfSplit, PARTS, type PartName } from '#core/exchange/export-split.ts';

/** What the person has filled in about splitting; texts as they stand in the fields. */
export interface SplitChoice {
  readonly isOn: boolean;
  readonly percent: Readonly<Record<PartName, string>>;
  readonly seed: string;
  readonly layout: ExportSplit['layout'];
}

/** Not split; what is suggested where it shall be. */
export const NO_SPLIT: SplitChoice = {
  isOn: false,
  percent: { train: '80', dev: '10', test: '10' },
  seed: '1',
  layout: 'folders',
};

/** The split for the host, or why there is none. */
export function splitFor(choice: SplitChoice): {
  readonly split?: ExportSplit;
  readonly fault: string | null;
} {
  if (!choice.isOn) return { fault: null };
  const [train, dev, test] = PARTS.map((part) => numberIn(choice.percent[part]));
  if (train === null || dev === null || test === null) {
    return { fault: 'Each part needs a percentage: a number from 0 to 100.' };
  }
  const percent = { train: train ?? 0, dev: dev ?? 0, test: test ?? 0 };
  const fault = faultOfSplit({ percent });
  if (fault !== null) return { fault };
  const seed = numberIn(choice.seed);
  if (seed === null || !Number.isInteger(seed) || seed > 0xffffffff) {
    return { fault: 'The seed is a whole number from 0 to 4,294,967,295.' };
  }
  return { split: { percent, seed, layout: choice.layout }, fault: null };
}

function numberIn(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/u.test(trimmed) ? Number(trimmed) : null;
}
