import type { Result } from '#core/result.ts';
import { packRecords, unpackRecords } from '#core/set/pack-records.ts';
import type { OpenSet } from './calls/annotations.ts';
import type { Method, Value } from './contract.ts';
import type { ApiError } from './problem.ts';

// Both ends of the bridge are here, so that they cannot drift apart.

/** Stands before a text that crosses as it is; no JSON of an answer begins with it. */
const TEXT = '=';

/**
 * An answer as it crosses the bridge: JSON. What may be large is written otherwise: the text of a document
 * stands there as it is, and the records of a set are packed.
 */
export function writeAnswer(method: unknown, answer: Result<unknown, ApiError>): string {
  if (answer.ok && method === 'documents.text') return `${TEXT}${String(answer.value)}`;
  if (!(answer.ok && method === 'annotations.read')) return JSON.stringify(answer);
  const set = answer.value as OpenSet;
  return JSON.stringify({ ok: true, value: { ...set, records: packRecords(set.records) } });
}

/** The answer that `writeAnswer` wrote for that method. @throws {SyntaxError} for what is no JSON. */
export function readAnswer<M extends Method>(method: M, text: string): Result<Value<M>, ApiError>;
// The main process is the one that wrote it: what it says is of the contract's type.
export function readAnswer(method: Method, text: string): unknown {
  if (text.startsWith(TEXT)) return { ok: true, value: text.slice(TEXT.length) };
  const answer = JSON.parse(text);
  if (!(answer.ok && method === 'annotations.read')) return answer;
  return { ok: true, value: { ...answer.value, records: unpackRecords(answer.value.records) } };
}
