import type { FormatOption } from '#api/calls/exports.ts';
import { looksLikeHeader } from '#core/documents/table/header-row.ts';
import { type Cell, cellText } from '#core/documents/table/table.ts';
import type { FormatOptions } from '#core/formats/format.ts';

/** The choice whether the first row names the columns, and what was chosen or else found. */
export function headerOption(
  rows: readonly (readonly Cell[])[],
  chosen: FormatOptions,
): { readonly option: FormatOption; readonly hasHeader: boolean } {
  const texts = rows.slice(0, 100).map((row) => row.map(cellText));
  const found = looksLikeHeader(texts.filter((row) => row.some((cell) => cell.trim() !== '')));
  const value = chosen['header'];
  return {
    option: {
      id: 'header',
      name: 'First row',
      description: 'Whether the first row names the columns.',
      choices: [
        { value: 'yes', name: 'Names of the columns' },
        { value: 'no', name: 'A document like the others' },
      ],
      default: found ? 'yes' : 'no',
    },
    hasHeader: value === 'yes' || (value !== 'no' && found),
  };
}
