import type { Attributes } from '../../model/attribute.ts';
import type { Place } from '../../problem.ts';
import type { LinkItem } from '../anchors/assemble.ts';
import { fileName, stem } from '../anchors/text-files.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import type { RecogitoItems } from './read-recogito.ts';

/** Bodies of Recogito 2 that say what the place is. */
const ENTITIES = new Set(['PLACE', 'PERSON', 'EVENT', 'LETTER', 'SYMBOL']);

/** Reads an annotation as the server of Recogito 2 keeps it: `anchor` is `char-offset:N`, the words are a body. */
export function readBackend(value: JsonObject, place: Place): RecogitoItems | string {
  const id = value['annotation_id'];
  if (typeof id !== 'string') return 'It has no annotation_id.';
  const start = /^char-offset:(\d{1,12})$/u.exec(String(value['anchor']))?.[1];
  if (start === undefined) return 'Its anchor is no char-offset.';
  const words = readBodies(listIn(value, 'bodies'));
  if (words.quote === undefined) return 'It has no body of the type QUOTE.';
  // Annotations are made together there, so they are in one set, and say who had a part in them.
  const contributors = Array.isArray(value['contributors'])
    ? value['contributors'].filter((one) => typeof one === 'string' && one.length <= 10_000)
    : [];
  const [tag, ...tags] = words.types.length > 0 ? [...words.types, ...words.tags] : words.tags;
  const from = Number(start);
  const attributes: Attributes = {
    ...(tags.length > 0 ? { tags } : {}),
    ...(words.uris.length > 0 ? { uri: words.uris } : {}),
    ...(contributors.length > 0 ? { contributors } : {}),
    ...(words.others.length > 0 ? { other: words.others } : {}),
  };
  const source = stem(fileName(place.file ?? ''));
  return {
    span: {
      id,
      recordId: id,
      creator: undefined,
      place,
      source: sourceOf(value) ?? source,
      anchors: [{ start: from, end: from + words.quote.length, exact: words.quote }],
      type: tag ?? 'Annotation',
      attributes,
      note: words.comments.join('\n'),
    },
    links: listIn(value, 'relations').flatMap((one) => linkIn(one, id, place)),
    left: [],
  };
}

function listIn(value: JsonObject, key: string): readonly JsonObject[] {
  const list = value[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function sourceOf({ annotates }: JsonObject): string | undefined {
  const part = isObject(annotates) ? (annotates['filepart_id'] ?? annotates['document_id']) : null;
  return typeof part === 'string' ? part : undefined;
}

function readBodies(bodies: readonly JsonObject[]) {
  const types: string[] = [];
  const tags: string[] = [];
  const uris: string[] = [];
  const comments: string[] = [];
  const others: string[] = [];
  let quote: string | undefined;
  for (const { type, value, reference } of bodies) {
    const text = typeof value === 'string' && value !== '' ? value : undefined;
    const name = String(type).slice(0, 100);
    if (type === 'QUOTE') quote ??= text;
    else if (ENTITIES.has(name) && !types.includes(name)) types.push(name);
    else if (type === 'TAG' && text !== undefined) tags.push(text.slice(0, 500));
    else if (type === 'COMMENT' && text !== undefined) comments.push(text);
    else if (!ENTITIES.has(name) && text !== undefined) others.push(`${name}: ${text}`);
    const uri = isObject(reference) ? reference['uri'] : undefined;
    if (typeof uri === 'string') uris.push(uri);
  }
  return { types, tags, uris, comments, others, quote };
}

function linkIn(value: JsonObject, from: string, place: Place): readonly LinkItem[] {
  const to = value['relates_to'];
  if (typeof to !== 'string') return [];
  const { tags } = readBodies(listIn(value, 'bodies'));
  const type = tags.join(', ').slice(0, 500) || 'linking';
  const origin = { id: '', recordId: '', creator: undefined, place };
  return [{ ...origin, from, to, type, attributes: {}, note: '' }];
}
