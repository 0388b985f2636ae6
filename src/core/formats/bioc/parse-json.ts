import { isObject, type JsonObject } from '../json/json-values.ts';
import type {
  BiocAnnotation,
  BiocCollection,
  BiocDocument,
  BiocHead,
  BiocPassage,
  BiocRelation,
  BiocSentence,
} from './collection.ts';

/** Whether a value is a document of BioC. */
export function isBiocDocument(value: unknown): value is JsonObject {
  return isObject(value) && Array.isArray(value['passages']);
}

/**
 * Takes a value of JSON apart: a collection, or one document of which a line is made. Lists that are
 * missing are empty. `undefined` where it is neither.
 */
export function parseBiocJson(value: unknown, path = ''): BiocCollection | undefined {
  if (!isObject(value)) return undefined;
  const inside = (key: string) => (path === '' ? key : `${path}.${key}`);
  const head = parseHead(value);
  if (isBiocDocument(value))
    return { ...head, infons: {}, documents: [parseDocument(value, path)] };
  // The web service of PubTator 3 has a name of its own for the list.
  const key = ['documents', 'PubTator3'].find((name) => Array.isArray(value[name]));
  if (key === undefined) return undefined;
  const documents = objectsIn(value, key).filter(({ value: one }) => isBiocDocument(one));
  if (documents.length < listIn(value, key).length) return undefined;
  return {
    ...head,
    documents: documents.map(({ value: one, index }) =>
      parseDocument(one, `${inside(key)}[${index}]`),
    ),
  };
}

/** What is said of a collection. */
export function parseHead(value: JsonObject): BiocHead {
  const { version } = value;
  return {
    source: textIn(value, 'source'),
    date: textIn(value, 'date'),
    key: textIn(value, 'key'),
    ...(version === undefined ? {} : { version: String(version) }),
    infons: infonsIn(value),
  };
}

/** Takes a document apart. */
export function parseDocument(value: JsonObject, path: string): BiocDocument {
  return {
    id: textIn(value, 'id'),
    infons: infonsIn(value),
    passages: objectsIn(value, 'passages').map(({ value: one, index }) => {
      const at = `${path}${path === '' ? '' : '.'}passages[${index}]`;
      return parsePassage(one, at);
    }),
    ...markedIn(value, path),
    at: path,
  };
}

function parsePassage(value: JsonObject, path: string): BiocPassage {
  const sentences = objectsIn(value, 'sentences').map(({ value: one, index }) =>
    parseSentence(one, `${path}.sentences[${index}]`),
  );
  return { ...parseSentence(value, path), sentences };
}

function parseSentence(value: JsonObject, path: string): BiocSentence {
  const { offset, text } = value;
  return {
    offset: numberOf(offset),
    infons: infonsIn(value),
    text: typeof text === 'string' ? text : undefined,
    ...markedIn(value, path),
    at: path,
  };
}

function markedIn(value: JsonObject, path: string) {
  const at = (key: string, index: number) => `${path}${path === '' ? '' : '.'}${key}[${index}]`;
  return {
    annotations: objectsIn(value, 'annotations').map(({ value: one, index }) =>
      parseAnnotation(one, at('annotations', index)),
    ),
    relations: objectsIn(value, 'relations').map(({ value: one, index }) =>
      parseRelation(one, at('relations', index)),
    ),
  };
}

function parseAnnotation(value: JsonObject, at: string): BiocAnnotation {
  const locations = objectsIn(value, 'locations').map(({ value: { offset, length } }) => ({
    offset: numberOf(offset),
    length: numberOf(length),
  }));
  const [id, text] = [textIn(value, 'id'), textIn(value, 'text')];
  return { id, infons: infonsIn(value), text, locations, at };
}

function parseRelation(value: JsonObject, at: string): BiocRelation {
  const nodes = objectsIn(value, 'nodes').map(({ value: node }) => ({
    refid: textIn(node, 'refid'),
    role: textIn(node, 'role'),
  }));
  return { id: textIn(value, 'id'), infons: infonsIn(value), nodes, at };
}

function listIn(value: JsonObject, key: string): readonly unknown[] {
  const list = value[key];
  return Array.isArray(list) ? list : [];
}

function objectsIn(value: JsonObject, key: string) {
  return listIn(value, key).flatMap((one, index) => (isObject(one) ? [{ value: one, index }] : []));
}

function textIn(value: JsonObject, key: string): string {
  const text = value[key];
  if (typeof text === 'string') return text;
  return typeof text === 'number' ? String(text) : '';
}

function infonsIn({ infons }: JsonObject): JsonObject {
  return isObject(infons) ? infons : {};
}

function numberOf(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : Number.NaN;
}
