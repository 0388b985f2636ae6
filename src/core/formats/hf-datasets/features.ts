import { z } from 'zod';
import type { Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import { SURE_TAG } from '../iob/row.ts';
import { parseJson } from '../parse-json.ts';

/** Names of tags by column, as a features file (`dataset_info.json`) gives them. */
export type TagNames = ReadonlyMap<string, readonly string[]>;

const anything: z.ZodType<unknown> = z.unknown();

/** Whether a file could describe features; rows are JSON, too, but have none. */
export function looksLikeFeatures(text: string): boolean {
  return /^\s*\{/u.test(text) && /"features"\s*:\s*[{[]/u.test(text.slice(0, 1_000_000));
}

/** Reads `dataset_info.json` or `dataset_infos.json`: every column whose values are class labels. */
export function readFeatures(text: string, file: string): Result<TagNames, FormatError> {
  const parsed = parseJson(anything, text, file);
  if (!parsed.ok) return parsed;
  const names = new Map<string, readonly string[]>();
  gather(parsed.value, null, names);
  return { ok: true, value: names };
}

/** Walks through the description; `parseJson` has limited its depth. */
function gather(
  value: unknown,
  column: string | null,
  names: Map<string, readonly string[]>,
): void {
  if (Array.isArray(value)) for (const item of value) gather(item, nameOf(item) ?? column, names);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const isNames =
      key === 'names' && Array.isArray(inner) && inner.every((one) => typeof one === 'string');
    if (isNames && column !== null) names.set(column, inner);
    else gather(inner, INSIDE.has(key) ? column : key, names);
  }
}

/** Keys that stand between a column and its class labels. */
const INSIDE = new Set(['feature', 'sequence', 'dtype', 'class_label', 'list']);

function nameOf(item: unknown): string | null {
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : null;
  return typeof name === 'string' ? name : null;
}

/** The features file of what `writeHf` writes; `names` where tags are numbers. */
export function writeFeatures(names: readonly string[] | null): string {
  const text = { dtype: 'string', _type: 'Value' };
  const tag = names ? { names, _type: 'ClassLabel' } : text;
  const features = {
    id: text,
    document: text,
    tokens: { feature: text, _type: 'Sequence' },
    ner_tags: { feature: tag, _type: 'Sequence' },
  };
  return `${JSON.stringify({ features }, null, 2)}\n`;
}

/** Whether these could be names of tags. */
export function areTags(names: readonly string[]): boolean {
  return names.length > 0 && names.every((name) => SURE_TAG.test(name) || /^[BIESLU]$/u.test(name));
}
