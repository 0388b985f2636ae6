import type { Result } from '#core/result.ts';
import { packRecords, unpackRecords } from '#core/set/pack-records.ts';
import type { OpenSet } from './calls/annotations.ts';
import type { Method, Value } from './contract.ts';
import type { ApiError } from './problem.ts';

// Both ends of the bridge are here, so that they cannot drift apart.

/** An answer as it crosses the bridge: JSON. Of a set, which may be large, the records are packed. */
export function writeAnswer(method: unknown, answer: Result<unknown, ApiError>): string {
  if (!(answer.ok && method === 'annotations.read')) return JSON.stringify(answer);
  const set = answer.value as OpenSet;
  return JSON.stringify({ ok: true, value: { ...set, records: packRecords(set.records) } });
}

/** The answer that `writeAnswer` wrote for that method. @throws {SyntaxError} for what is no JSON. */
export function readAnswer<M extends Method>(method: M, text: string): Result<Value<M>, ApiError> {
  // The main process is the one that wrote it: what it says is of the contract's type.
  const answer = JSON.parse(text);
  if (!(answer.ok && method === 'annotations.read')) return answer;
  return { ok: true, value: { ...answer.value, records: unpackRecords(answer.value.records) } };
}
