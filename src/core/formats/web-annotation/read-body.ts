import type { Attributes } from '../../model/attribute.ts';
import { attributesType } from '../../model/decode-records.ts';
import { isObject } from '../json/json-values.ts';

/** What the bodies of an annotation say. */
export interface BodyWords {
  readonly tags: readonly string[];
  readonly comments: readonly string[];
  readonly attributes: Attributes;
  /** Resources that are bodies. */
  readonly iris: readonly string[];
  /** Places in the list of bodies that were not understood. */
  readonly unknown: readonly number[];
}

const TAGGING = /^(?:tagging|classifying)$/u;

/**
 * Reads bodies (Web Annotation Data Model 3.2): tags, comments, and values of attributes as JSON.
 * @param motivation the purpose of bodies that have none of their own.
 */
export function readBodies(bodies: readonly unknown[], motivation: string): BodyWords {
  const tags: string[] = [];
  const comments: string[] = [];
  const iris: string[] = [];
  const unknown: number[] = [];
  let attributes: Attributes = {};
  for (const [i, body] of bodies.entries()) {
    if (typeof body === 'string') {
      iris.push(body);
      continue;
    }
    if (!isObject(body)) {
      unknown.push(i);
      continue;
    }
    const { value, format, id } = body;
    const given = body['purpose'];
    const purpose = typeof given === 'string' ? given : motivation;
    const source = typeof id === 'string' ? id : body['source'];
    if (typeof value === 'string' && format === 'application/json') {
      const read = readAttributes(value);
      if (read) attributes = { ...attributes, ...read };
      else unknown.push(i);
    } else if (typeof value === 'string' && TAGGING.test(purpose)) {
      if (value.trim() === '' || value.length > 500) unknown.push(i);
      else tags.push(value);
    } else if (typeof value === 'string') comments.push(value);
    else if (typeof source === 'string') iris.push(source);
    else unknown.push(i);
  }
  return { tags, comments, attributes, iris, unknown };
}

function readAttributes(json: string): Attributes | undefined {
  try {
    return attributesType.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
