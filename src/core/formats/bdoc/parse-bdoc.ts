import { isObject, type JsonObject } from '../json/json-values.ts';
import { OffsetPlaces } from '../json/offset-units.ts';
import type { GateAnnotation, GateDocument, GateSet } from './gate-document.ts';

export interface ParsedBdoc {
  readonly gate: GateDocument;
  readonly problems: readonly BdocProblem[];
}

export interface BdocProblem {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly id?: string;
}

/** Takes a BDOC document apart; `undefined` where the value is none. All of its keys are optional. */
export function parseBdoc(value: unknown): ParsedBdoc | undefined {
  if (!isObject(value)) return undefined;
  const { text = '', features, offset_type: unit, annotation_sets: sets, name } = value;
  if (typeof text !== 'string' || !isMap(sets)) return undefined;
  if (value['text'] === undefined && value['annotation_sets'] === undefined) return undefined;
  const problems: BdocProblem[] = [];
  if (unit !== undefined && unit !== 'p' && unit !== 'j') {
    const message = `The offset type should be ‘p’ or ‘j’, not ‘${String(unit).slice(0, 40)}’; it was taken for ‘p’ (code points).`;
    problems.push({ code: 'offset-unit', message, path: 'offset_type' });
  }
  const places = new OffsetPlaces(text, unit === 'j' ? 'utf-16' : 'code-points');
  const parsed = Object.entries(sets ?? {}).map(([key, set]) =>
    parseSet(key, set, places, problems),
  );
  const gate: GateDocument = {
    name: typeof name === 'string' ? name : '',
    text,
    features: isObject(features) ? features : {},
    sets: parsed,
  };
  return { gate, problems };
}

function isMap(value: unknown): value is JsonObject | undefined {
  return value === undefined || isObject(value);
}

function parseSet(
  key: string,
  value: unknown,
  places: OffsetPlaces,
  problems: BdocProblem[],
): GateSet {
  const path = `annotation_sets.${key}`;
  const report = (code: string, message: string, at = path, id?: string) =>
    problems.push({ code, message, path: at, ...(id === undefined ? {} : { id }) });
  const list = isObject(value) ? (value['annotations'] ?? []) : undefined;
  if (!isObject(value) || !Array.isArray(list)) {
    report('no-set', 'This is no annotation set; it was left out.');
    return { name: key, annotations: [], relations: [] };
  }
  if (value['name'] !== undefined && value['name'] !== key) {
    report('other-name', 'The set calls itself otherwise than its key does; the key counts.');
  }
  const annotations: GateAnnotation[] = [];
  const items: readonly unknown[] = list;
  for (const [i, item] of items.entries()) {
    const read = parseAnnotation(item, places);
    const at = `${path}.annotations[${i}]`;
    const id = isObject(item) ? String(item['id']).slice(0, 100) : undefined;
    if (typeof read === 'string') report('bad-annotation', `${read} It was left out.`, at, id);
    else annotations.push(read);
  }
  return { name: key, annotations, relations: [] };
}

/** The annotation; otherwise why there is none, as a sentence. */
function parseAnnotation(item: unknown, places: OffsetPlaces): GateAnnotation | string {
  if (!isObject(item)) return 'This is no annotation.';
  const { type, start, end, id, features } = item;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0)
    return 'It has no number as id.';
  if (typeof type !== 'string') return 'It has no type.';
  // An empty range is a place in the text: the character before or after tells whether it is one.
  const place = start === end ? emptyAt(start, places) : places.rangeOf(start, end);
  if (typeof place === 'string') return place;
  return { id, type, ...place, features: isObject(features) ? features : {} };
}

function emptyAt(at: unknown, places: OffsetPlaces) {
  if (at === 0) return { start: 0, end: 0 };
  const before = places.rangeOf(0, at);
  return typeof before === 'string' ? before : { start: before.end, end: before.end };
}
