import { parentPort } from 'node:worker_threads';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { formatById } from '#core/formats/registry.ts';
import { ok } from '#core/result.ts';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.ts';

/**
 * Reads files of one format in a thread of its own, so that nothing else waits. The documents are handed
 * over some at a time: taking them over takes the other side as long as they are large.
 */
let waiting: readonly DatasetDocument[] = [];

/** Records and characters that are handed over at once, at least one document. */
const RECORDS = 2_000;
const CHARACTERS = 500_000;

parentPort?.on('message', (request: ThreadRequest) => {
  let answer: ThreadAnswer;
  try {
    answer = answerTo(request);
  } catch (error) {
    answer = { kind: 'bug', message: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});

function answerTo(request: ThreadRequest): ThreadAnswer {
  if (request.kind === 'next') return { kind: 'next', documents: nextDocuments() };
  const { format: id, sources, options } = request;
  const format = formatById(id);
  if (!format?.read) throw new Error(`there is no format ${id} to read`);
  const read = format.read(sources, options);
  if (!read.ok) return { kind: 'read', result: read };
  const { documents, ...rest } = read.value;
  waiting = documents;
  return { kind: 'read', result: ok({ ...rest, count: documents.length }) };
}

function nextDocuments(): readonly DatasetDocument[] {
  let [count, records, characters] = [0, 0, 0];
  for (const { sets, text } of waiting) {
    records += sets.reduce((sum, set) => sum + set.records.length, 0);
    characters += text.length;
    if (count > 0 && (records > RECORDS || characters > CHARACTERS)) break;
    count++;
  }
  const next = waiting.slice(0, count);
  waiting = waiting.slice(count);
  return next;
}
