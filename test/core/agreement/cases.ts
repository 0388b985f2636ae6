import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { z } from 'zod';
import type { AgreementSpan } from '#core/agreement/agreement-span.ts';

/** Reference cases: of the file that the variable names, else of the folder beside the project. */
export const CASES_FILE =
  env['AGREEMENT_CASES'] ?? join(import.meta.dirname, '../../../../shared/metrics/open.json');

const range = z.tuple([z.number(), z.number()]);
const span = z.union([
  z.object({ start: z.number(), end: z.number(), label: z.string() }),
  z.object({ fragments: z.array(range), label: z.string() }),
]);
const spans = z.array(span);
const item = z.array(z.string().nullable());

export const spanInput = z.object({
  text: z.string().optional(),
  length: z.number().optional(),
  annotators: z.record(z.string(), spans),
  tokens: z.array(range).optional(),
  samples: z.array(z.record(z.string(), spans)).optional(),
});
export const itemInput = z.object({
  raters: z.array(z.string()),
  items: z.array(item),
  resamples: z.array(z.array(z.number())).optional(),
});
export const documentsInput = z.object({
  documents: z.array(spanInput),
  resamples: z.array(z.array(z.number())),
});
const relation = z.object({ type: z.string(), head: z.number(), tail: z.number() });
export const relationInput = z.object({
  annotators: z.record(z.string(), z.object({ entities: spans, relations: z.array(relation) })),
  symmetric_types: z.array(z.string()),
});

const caseShape = z.object({
  id: z.string(),
  name: z.string(),
  measure: z.string(),
  input: z.unknown(),
  params: z.record(z.string(), z.unknown()).nullish(),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.number(),
});
export type Case = z.infer<typeof caseShape>;

/** All cases; `undefined` where the file is not there. */
export function readCases(): readonly Case[] | undefined {
  if (!existsSync(CASES_FILE)) return undefined;
  const file = z.object({ cases: z.array(caseShape) });
  return file.parse(JSON.parse(readFileSync(CASES_FILE, 'utf8'))).cases;
}

/** The case's spans as the measures take them. */
export function toSpans(given: z.infer<typeof spans>): readonly AgreementSpan[] {
  return given.map((each) => ({
    label: each.label,
    ranges:
      'fragments' in each
        ? each.fragments.map(([start, end]) => ({ start, end }))
        : [{ start: each.start, end: each.end }],
  }));
}

/** The two annotators that a case compares: those it names, else the first two. */
export function sidesOf(
  { params }: Case,
  annotators: Readonly<Record<string, z.infer<typeof spans>>>,
): readonly [readonly AgreementSpan[], readonly AgreementSpan[]] {
  const names = Object.keys(annotators);
  const reference = String(params?.['reference'] ?? names[0]);
  const response = String(params?.['response'] ?? names[1]);
  return [toSpans(annotators[reference] ?? []), toSpans(annotators[response] ?? [])];
}
