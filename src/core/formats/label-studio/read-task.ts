import type { Annotator } from '../../model/annotator.ts';
import { type DatasetSet, IMPORTED } from '../dataset.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import { type ResultProblem, readResults } from './read-annotation.ts';

/** How a task is read: where its text is, and which controls allow several choices. */
export interface Reading {
  readonly key: string;
  readonly many: readonly string[];
  /** Names of the control for labels and of the text, as the results have them; empty where unknown. */
  readonly control: string;
  readonly object: string;
}

export interface ReadTask {
  readonly text: string;
  readonly sets: readonly DatasetSet[];
  readonly problems: readonly ResultProblem[];
}

/** The annotations of a task; `completions` is their old name. */
export function annotationsOf(task: JsonObject): readonly unknown[] {
  const given = task['annotations'] ?? task['completions'];
  return Array.isArray(given) ? given : [];
}

/** Reads one task; `undefined` where it has no text under the key. */
export function readTask(task: JsonObject, { key, many }: Reading): ReadTask | undefined {
  const data = task['data'];
  const text = isObject(data) ? data[key] : undefined;
  if (typeof text !== 'string') return undefined;
  const places = new OffsetPlaces(text, 'code-points');
  const problems: ResultProblem[] = [];
  const sets: DatasetSet[] = [];
  const isMany = new Set(many);
  for (const [i, annotation] of annotationsOf(task).entries()) {
    const path = `annotations[${i}]`;
    if (!isObject(annotation) || annotation['was_cancelled'] === true) {
      const message = 'The annotation was skipped by its annotator; it was left out.';
      problems.push({ code: 'cancelled', message, path, id: '' });
      continue;
    }
    const results = annotation['result'];
    const read = readResults(Array.isArray(results) ? results : [], text, places, isMany);
    problems.push(...read.problems.map((one) => ({ ...one, path: `${path}.${one.path}` })));
    const annotator = annotatorOf(annotation['completed_by']);
    sets.push({ annotator: distinct(annotator, sets), records: read.records });
  }
  return { text, sets, problems };
}

/** Somebody who annotated a task more than once has a set for each. */
function distinct(annotator: Annotator, sets: readonly DatasetSet[]): Annotator {
  const taken = new Set(sets.map((set) => set.annotator.id));
  if (!taken.has(annotator.id)) return annotator;
  let number = 2;
  while (taken.has(`${annotator.id}-${number}`)) number++;
  return { id: `${annotator.id}-${number}`, name: `${annotator.name} (${number})` };
}

function annotatorOf(given: unknown): Annotator {
  if (typeof given === 'number' || typeof given === 'string') {
    return { id: annotatorId(given), name: `Annotator ${given}`.slice(0, 1000) };
  }
  if (!isObject(given)) return IMPORTED;
  const text = (key: string) => {
    const value = given[key];
    return typeof value === 'string' ? value : '';
  };
  const number = given['id'];
  const isNumbered = typeof number === 'number' || typeof number === 'string';
  const full = [text('first_name'), text('last_name')].filter((part) => part !== '').join(' ');
  const name = full || text('email') || text('username') || `Annotator ${isNumbered ? number : ''}`;
  const id = ID.test(text('username')) ? text('username') : annotatorId(isNumbered ? number : name);
  return { id, name: name.slice(0, 1000) };
}

const ID = /^[\p{L}\p{N}_](?:[\p{L}\p{N}._-]{0,100}[\p{L}\p{N}_-])?$/u;

/** An id that may be the name of a file. */
function annotatorId(given: string | number): string {
  const clean = String(given)
    .slice(0, 60)
    .replace(/[^\p{L}\p{N}_-]+/gu, '-');
  return `ls-${clean || 'x'}`;
}
