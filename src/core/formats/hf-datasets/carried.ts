import { z } from 'zod';
import type { DatasetDocument } from '../dataset.ts';
import type { TokenRange } from '../tokens/align.ts';
import { type CarriedLines, HF } from './draft.ts';
import { type HfRow, readRow } from './row.ts';

const carriedType = z.object({
  lines: z.array(z.string()),
  names: z.array(z.string()).nullable(),
  scheme: z.enum(['iob1', 'iob2', 'bioes', 'bilou']),
  unit: z.enum(['code-points', 'utf-16']),
});

/** The lines that a document came with, parsed. */
export interface CarriedRows extends CarriedLines {
  readonly rows: readonly HfRow[];
  /** The tokens of each row. */
  readonly sentences: readonly TokenRange[];
}

/** The carried lines of a document, if they are of that kind and still fit its text. */
export function carriedRows(
  document: DatasetDocument,
  kind: HfRow['kind'],
): CarriedRows | undefined {
  if (document.carried?.format !== HF) return undefined;
  const data = carriedType.safeParse(document.carried.data);
  if (!data.success) return undefined;
  const rows: HfRow[] = [];
  const sentences: TokenRange[] = [];
  let token = 0;
  for (const line of data.data.lines) {
    const row = readRow(line, '', 1);
    if (!row.ok || row.value.kind !== kind) return undefined;
    rows.push(row.value);
    if (row.value.kind === 'text') {
      if (row.value.text !== document.text) return undefined;
      continue;
    }
    const from = token;
    for (const form of row.value.tokens) {
      if (form === '') continue;
      const range = document.tokens?.[token++];
      if (!range || document.text.slice(range.start, range.end) !== form) return undefined;
    }
    sentences.push({ from, to: token });
  }
  const isWhole = kind === 'text' ? rows.length === 1 : token === document.tokens?.length;
  return isWhole ? { ...data.data, rows, sentences } : undefined;
}
