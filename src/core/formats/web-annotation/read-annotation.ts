import type { Annotator } from '../../model/annotator.ts';
import type { Place } from '../../problem.ts';
import type { LinkItem, SpanItem } from '../anchors/assemble.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { partsOf } from './iris.ts';
import { readBodies } from './read-body.ts';
import { listOf, readTargets, type Target } from './read-target.ts';

/** An annotation that was read; `left` are sentences about what was not understood. */
export type ReadAnnotation =
  | { readonly kind: 'span'; readonly item: SpanItem; readonly left: readonly string[] }
  | { readonly kind: 'link'; readonly item: LinkItem; readonly left: readonly string[] };

/** Type of annotations that have no tag and no motivation. */
const NO_TYPE = 'Annotation';

/** Reads one annotation; otherwise says why it cannot be read. */
export function readAnnotation(value: JsonObject, place: Place): ReadAnnotation | string {
  if (!listOf(value['type']).includes('Annotation')) return 'Its type is not ‘Annotation’.';
  const id = value['id'] ?? '';
  if (typeof id !== 'string') return 'Its id is not one IRI.';
  const motivations = listOf(value['motivation']).filter((one) => typeof one === 'string');
  const [motivation = ''] = motivations;
  const targets = readTargets(value['target']);
  if (typeof targets === 'string') return targets;
  const bodies = listOf(value['body']);
  const { bodyValue } = value;
  if (bodyValue !== undefined && typeof bodyValue !== 'string') return 'Its bodyValue is no text.';
  const all = bodyValue === undefined ? bodies : [...bodies, { value: bodyValue }];
  const words = readBodies(all, motivation);
  const left = words.unknown.map((i) => `Its body ${i + 1} was not understood and left out.`);
  const recordId = partsOf(id)?.[3] || id;
  const common = { id, recordId, creator: creatorOf(value['creator']), place };
  const note = words.comments.join('\n');
  if (motivations.includes('linking') && targets.every(({ anchor }) => !anchor)) {
    const ends = linkEnds(targets, words.iris);
    if (!ends) return 'It links other than two annotations.';
    const type = words.tags.join(', ').slice(0, 500) || 'linking';
    return {
      kind: 'link',
      item: { ...common, ...ends, type, attributes: words.attributes, note },
      left,
    };
  }
  const [source] = new Set(targets.map((target) => target.source));
  if (targets.some((target) => target.source !== source)) {
    return 'Its targets are in different resources.';
  }
  const [tag, ...tags] = words.tags;
  const anchors = targets.flatMap(({ anchor }) => (anchor ? [anchor] : []));
  // About a whole document, all tags are one label.
  const more = anchors.length === 0 ? words.tags : tags;
  const attributes = {
    ...words.attributes,
    ...(more.length > 0 ? { tags: more } : {}),
    ...(words.iris.length > 0 ? { body: words.iris } : {}),
  };
  const type = tag ?? (motivation === '' ? NO_TYPE : motivation.slice(0, 500));
  return {
    kind: 'span',
    item: { ...common, source: source ?? '', anchors, type, attributes, note },
    left,
  };
}

/** From the first target to the second, or to the body. */
function linkEnds(targets: readonly Target[], iris: readonly string[]) {
  const [from, to] = [...targets.map(({ source }) => source), ...iris];
  const isPair = targets.length + iris.length === 2 && from !== undefined && to !== undefined;
  // Recogito writes `#id` for the annotation `id`.
  return isPair ? { from: from.replace(/^#/u, ''), to: to.replace(/^#/u, '') } : undefined;
}

/** Who made it: an IRI, or an object that has one and perhaps a name. */
function creatorOf(value: unknown): Annotator | undefined {
  const [first] = listOf(value);
  const { id = undefined, name = undefined } = isObject(first) ? first : { id: first };
  if (typeof id !== 'string' && typeof name !== 'string') return undefined;
  const key = typeof id === 'string' && id !== '' ? id : String(name);
  const own = partsOf(key);
  const plain = own?.[0] === 'annotator' && own[1] ? own[1] : key;
  return { id: plain.slice(0, 500), name: (typeof name === 'string' && name) || plain };
}
