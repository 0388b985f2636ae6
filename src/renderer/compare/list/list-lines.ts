import type { TellingDifference } from '#core/review/difference.ts';

/** A line of the list: the name of a document, or one of its differences. */
export type ListLine =
  | { readonly kind: 'head'; readonly document: string; readonly count: number }
  | { readonly kind: 'difference'; readonly difference: TellingDifference; readonly at: number };

/** The differences under the documents that they are in, and in which line each of them stands. */
export function listLines(differences: readonly TellingDifference[]): {
  readonly lines: readonly ListLine[];
  readonly lineOf: readonly number[];
} {
  const counts = new Map<string, number>();
  for (const { document } of differences) counts.set(document, (counts.get(document) ?? 0) + 1);
  const lines: ListLine[] = [];
  const lineOf: number[] = [];
  for (const [at, difference] of differences.entries()) {
    const { document } = difference;
    if (document !== differences[at - 1]?.document) {
      lines.push({ kind: 'head', document, count: counts.get(document) ?? 0 });
    }
    lineOf.push(lines.length);
    lines.push({ kind: 'difference', difference, at });
  }
  return { lines, lineOf };
}
