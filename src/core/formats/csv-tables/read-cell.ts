import type { AttributeValue } from '../../model/attribute.ts';
import type { AttributeKind } from '../../model/schema.ts';
import { GUARDED } from './guard.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/iu;
/** A `|` that no `\` stands before, or an even number of them. */
const SEPARATOR = /(?<=(?:^|[^\\])(?:\\\\)*)\|/u;

/** The cell without the quote mark that kept a spreadsheet from running it. */
export function withoutGuard(cell: string, isGuarded: boolean): string {
  return isGuarded && GUARDED.test(cell) ? cell.slice(1) : cell;
}

/**
 * The value of an attribute or label, as `valueCell` writes it. What kind it is of, the schema says; where
 * that is silent or the cell is of another kind, the cell itself.
 * @returns `undefined` where the cell is empty.
 */
export function readValue(
  cell: string,
  kind: AttributeKind | undefined,
  isGuarded: boolean,
): AttributeValue | undefined {
  if (cell === '') return undefined;
  const text = withoutGuard(cell, isGuarded);
  if (kind === 'many-of') return listOf(text);
  // Numbers are never guarded.
  if (kind === 'one-of' || kind === 'text' || text !== cell) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  if (NUMBER.test(text) && Number.isFinite(Number(text))) return Number(text);
  return kind === undefined && SEPARATOR.test(text) ? listOf(text) : text;
}

function listOf(cell: string): readonly string[] {
  return cell.split(SEPARATOR).map((part) => part.replace(/\\([\\|])/gu, '$1'));
}
