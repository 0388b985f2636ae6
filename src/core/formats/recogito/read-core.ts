import type { Annotator } from '../../model/annotator.ts';
import type { Place } from '../../problem.ts';
import type { LinkItem } from '../anchors/assemble.ts';
import type { Anchor } from '../anchors/find-place.ts';
import { fileName, stem } from '../anchors/text-files.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { readBodies } from '../web-annotation/read-body.ts';
import type { RecogitoItems } from './read-recogito.ts';

/** Type of annotations without a tag. */
const NO_TYPE = 'Annotation';

/** Reads an annotation of the text annotator: `{id, bodies, target: {selector: [{start, end, quote}]}}`. */
export function readCore(value: JsonObject, place: Place): RecogitoItems | string {
  const { id, target } = value;
  if (typeof id !== 'string') return 'It has no id.';
  const bodies: readonly unknown[] = Array.isArray(value['bodies']) ? value['bodies'] : [];
  const words = readBodies(bodies, '');
  const left = words.unknown.map((i) => `Its body ${i + 1} was not understood and left out.`);
  const part = isObject(target) ? target : {};
  const origin = { id, recordId: id, creator: creatorOf(part['creator'], bodies), place };
  const note = words.comments.join('\n');
  if (isLink(value)) {
    const [from, to] = [part['from'] ?? value['from'], part['to'] ?? value['to']];
    if (typeof from !== 'string' || typeof to !== 'string') return 'It links to nothing.';
    const type = words.tags.join(', ').slice(0, 500) || 'linking';
    const link: LinkItem = { ...origin, from, to, type, attributes: words.attributes, note };
    return { links: [link], left };
  }
  const selectors: readonly unknown[] = Array.isArray(part['selector'])
    ? part['selector']
    : [part['selector']];
  const anchors = selectors.flatMap((one) => (isObject(one) ? [anchorIn(one)] : []));
  if (anchors.length === 0 || anchors.length < selectors.length) {
    return 'Its target has no selector with start and end.';
  }
  const [tag = NO_TYPE, ...tags] = words.tags;
  const attributes = {
    ...words.attributes,
    ...(tags.length > 0 ? { tags } : {}),
    ...(words.iris.length > 0 ? { body: words.iris } : {}),
  };
  const source = sourceOf(part, value, place);
  return { span: { ...origin, source, anchors, type: tag, attributes, note }, links: [], left };
}

/** Whether it joins annotations, and is not about a text. */
function isLink(value: JsonObject): boolean {
  const { target } = value;
  return 'from' in value || (isObject(target) && 'from' in target);
}

/** The name of the text where one is given, else that of the file. */
function sourceOf(target: JsonObject, value: JsonObject, place: Place): string {
  const given = target['source'] ?? value['source'];
  if (typeof given === 'string') return given;
  return stem(fileName(place.file ?? ''));
}

function anchorIn({ start, end, quote }: JsonObject): Anchor {
  return { start, end, ...(typeof quote === 'string' ? { exact: quote } : {}) };
}

function creatorOf(target: unknown, bodies: readonly unknown[]): Annotator | undefined {
  const [body] = bodies;
  for (const user of [target, isObject(body) ? body['creator'] : undefined]) {
    if (!isObject(user)) continue;
    const { id, name } = user;
    if (typeof id !== 'string' || id === '') continue;
    const shown = typeof name === 'string' && name !== '' ? name : id;
    return { id: id.slice(0, 500), name: shown.slice(0, 500) };
  }
  return undefined;
}
