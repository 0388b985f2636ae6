import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import { labelId } from '../../model/document-label.ts';
import type { Range } from '../../model/range.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import type { OffsetPlaces } from '../json/offset-units.ts';
import { noteOf, readValue, VALUE_TYPES } from './read-value.ts';

/** Something about one result that a person should know. */
export interface ResultProblem {
  readonly code: string;
  readonly message: string;
  /** Inside of the annotation, such as `result[2]`. */
  readonly path: string;
  readonly id: string;
}

/** Type of relations that have no label. */
export const UNNAMED = 'relation';

interface Region {
  readonly type: string;
  readonly range: Range;
  readonly note: string;
  readonly attributes: Map<string, AttributeValue>;
}

type Report = (path: string, id: string, code: string, message: string) => void;

/**
 * Reads the results of one annotation: regions, what is said of them or of the document, and relations.
 * @param many names of controls that allow several choices.
 */
export function readResults(
  results: readonly unknown[],
  text: string,
  places: OffsetPlaces,
  many: ReadonlySet<string>,
): {
  readonly records: readonly AnnotationRecord[];
  readonly problems: readonly ResultProblem[];
} {
  const problems: ResultProblem[] = [];
  const report: Report = (path, id, code, message) => problems.push({ code, message, path, id });
  const list = results.map((result, i) => ({
    result: isObject(result) ? result : {},
    path: `result[${i}]`,
    id: idOf(isObject(result) ? result['id'] : undefined),
  }));
  /** A region with several labels is a span for each. */
  const regions = new Map<string, Region[]>();
  for (const { result, path, id } of list) {
    const value = result['value'];
    if (!isObject(value) || !('start' in value)) continue;
    const labels = labelsOf(value, String(result['type']));
    if (!labels) continue;
    const range = placeRegion(value, text, places);
    if (typeof range === 'string') report(path, id, 'bad-region', `${range} It was left out.`);
    else if (labels.length === 0) {
      report(path, id, 'no-name', 'The region has no label; it was left out.');
    } else if (regions.has(id)) {
      report(path, id, 'duplicate-id', 'Two regions have this id; the first one counts.');
    } else {
      const note = noteOf(result);
      regions.set(
        id,
        labels.map((type) => ({ type, range, note, attributes: new Map() })),
      );
    }
  }
  const labels = new Map<string, AttributeValue>();
  for (const { result, path, id } of list) {
    const type = String(result['type']);
    if (type === 'relation') continue;
    const value = isObject(result['value']) ? result['value'] : {};
    const name = result['from_name'];
    if (labelsOf(value, type) && 'start' in value) continue;
    if (!VALUE_TYPES.includes(type) || typeof name !== 'string' || name === '') {
      report(path, id, 'unknown-result', `A result of the type ‘${type}’ was not read.`);
      continue;
    }
    const read = readValue(type, value, many.has(name));
    const region = regions.get(id);
    if (read === undefined) {
      report(path, id, 'bad-value', `The value of ‘${name}’ cannot be read; it was left out.`);
    } else if (region) for (const { attributes } of region) attributes.set(name, read);
    else if ('start' in value) {
      report(path, id, 'no-region', `‘${name}’ belongs to a region that was not read.`);
    } else if (labels.has(name)) {
      report(path, id, 'given-twice', `‘${name}’ is given twice; the first one counts.`);
    } else labels.set(name, read);
  }
  const spans = [...regions].flatMap(([id, parts]) =>
    parts.map(({ type, range, note, attributes }, i) => ({
      kind: 'span' as const,
      id: i === 0 ? id : `${id}.${i + 1}`,
      type,
      ranges: [range] as const,
      attributes: Object.fromEntries(attributes),
      note,
    })),
  );
  const relations = list.flatMap(({ result, path }, i) =>
    result['type'] === 'relation' ? readRelation(result, `r${i + 1}`, path, regions, report) : [],
  );
  const documentLabels = [...labels].map(([name, value]) => ({
    kind: 'label' as const,
    id: labelId(name),
    name,
    value,
  }));
  return { records: [...spans, ...relations, ...documentLabels], problems };
}

function idOf(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 500) : '';
}

/** The labels of a region; `undefined` where the value is that of another control. */
function labelsOf(value: JsonObject, type: string): readonly string[] | undefined {
  if (type !== 'labels' && type !== 'hypertextlabels' && type !== 'paragraphlabels') {
    return undefined;
  }
  const labels = value[type];
  if (!Array.isArray(labels)) return [];
  return labels.filter((label) => typeof label === 'string' && label !== '');
}

function placeRegion(value: JsonObject, text: string, places: OffsetPlaces): Range | string {
  const { start, end, text: words } = value;
  if (typeof start === 'string') {
    return 'The region is inside of HTML or a dialogue, which is no plain text.';
  }
  const range = places.rangeOf(start, end);
  if (typeof range === 'string' || typeof words !== 'string') return range;
  const found = text.slice(range.start, range.end);
  if (bare(found) === bare(words)) return range;
  return `The words of the region are given as ‘${words.slice(0, 80)}’, but the text has ‘${found.slice(0, 80)}’ there.`;
}

/** Without white space, and without line breaks that are written `\n`. */
function bare(words: string): string {
  return words.replace(/\\n|\s+/gu, '');
}

function readRelation(
  result: JsonObject,
  id: string,
  path: string,
  regions: ReadonlyMap<string, readonly Region[]>,
  report: Report,
): readonly AnnotationRecord[] {
  const [a, b] = [idOf(result['from_id']), idOf(result['to_id'])];
  if (!regions.has(a) || !regions.has(b)) {
    const message = 'The relation names a region that was not read; it was left out.';
    report(path, id, 'no-end', message);
    return [];
  }
  const { direction, labels: given } = result;
  const labels = Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
  const types = labels.filter((label) => label !== '');
  const [from, to] = direction === 'left' ? [b, a] : [a, b];
  const attributes = direction === 'bi' ? { direction: 'bi' } : {};
  return (types.length > 0 ? types : [UNNAMED]).map((type, i) => ({
    kind: 'relation' as const,
    id: i === 0 ? id : `${id}.${i + 1}`,
    type,
    from,
    to,
    attributes,
    note: '',
  }));
}
