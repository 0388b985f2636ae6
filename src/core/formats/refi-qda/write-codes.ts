import type { EntityType, Schema } from '../../model/schema.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import { replaceIllegalXml } from '../xml/escape.ts';
import { startTag, textElement } from '../xml/write-xml.ts';
import { guidOf } from './guid.ts';

/** Deeper than this, types are written beside one another. */
const DEEPEST = 100;

/** GUID of the code of a type. */
export function codeGuid(dataset: Dataset, type: string): string {
  return guidOf(dataset.name, 'code', type);
}

/** `<Codes>` with each type of the schema, and each that spans have and the schema does not; or nothing. */
export function* codesOf(dataset: Dataset): Generator<string> {
  const used = new Set<string>();
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) if (record.kind === 'span') used.add(record.type);
  }
  const { entityTypes } = dataset.schema;
  const known = new Set(entityTypes.map(({ name }) => name));
  const extra = [...used].filter((name) => !known.has(name));
  if (known.size + extra.length === 0) return;
  yield '<Codes>\n';
  const children = childrenOf(dataset.schema);
  for (const type of children.get(null) ?? []) yield* codeOf(dataset, type, children, 0);
  for (const name of extra)
    yield* codeOf(dataset, { name, color: '', description: '' }, children, 0);
  yield '</Codes>\n';
}

type Children = ReadonlyMap<string | null, readonly EntityType[]>;

/** Types by parent; those in a circle, or of a parent that is not there, are at the top. */
function childrenOf({ entityTypes }: Schema): Children {
  const byName = new Map(entityTypes.map((type) => [type.name, type]));
  const children = new Map<string | null, EntityType[]>();
  for (const type of entityTypes) {
    let depth = 0;
    let above: EntityType | undefined = type;
    while (above?.parent != null && depth <= DEEPEST) {
      above = byName.get(above.parent);
      depth++;
    }
    const parent = above === undefined || depth > DEEPEST ? null : type.parent;
    const list = children.get(parent) ?? [];
    list.push(type);
    children.set(parent, list);
  }
  return children;
}

function* codeOf(
  dataset: Dataset,
  { name, color, description }: Pick<EntityType, 'name' | 'color' | 'description'>,
  children: Children,
  depth: number,
): Generator<string> {
  const isColor = /^#[\da-f]{6}$/iu.test(color);
  yield startTag('Code', {
    guid: codeGuid(dataset, name),
    name: replaceIllegalXml(name),
    isCodable: true,
    color: isColor ? color : undefined,
  });
  if (description !== '') yield textElement('Description', replaceIllegalXml(description));
  for (const child of children.get(name) ?? []) yield* codeOf(dataset, child, children, depth + 1);
  yield '</Code>\n';
}
