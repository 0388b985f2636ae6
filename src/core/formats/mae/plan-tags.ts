import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import type { DocumentLabel } from '../../model/document-label.ts';
import { newAttribute } from '../../schema-formats/new-type.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import { byId } from '../set-to-json.ts';
import { NOTE } from './names.ts';
import type { LabelTags } from './write-dtd.ts';

/** A tag that is said of a document. */
export interface LabelTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/**
 * Document labels as tags: `topic` given as yes is a tag alone, any other value is its attribute `value`,
 * and `topic.sure` is an attribute `sure` of the tag `topic`, where that is there. A label that is no has
 * no tag.
 */
export function labelTags(records: readonly AnnotationRecord[]): readonly LabelTag[] {
  const labels = records.filter((record) => record.kind === 'label').sort(byId);
  const given = labels.filter(isLabelHeld);
  const tags = new Map(given.map(({ name }) => [name, new Map<string, AttributeValue>()]));
  const attributesOfOthers = new Set<string>();
  for (const { name, value } of given) {
    const { owner, attribute } = ownerOf(name, tags);
    if (owner === undefined) continue;
    tags.get(owner)?.set(attribute, value);
    attributesOfOthers.add(name);
  }
  return given
    .filter(({ name }) => !attributesOfOthers.has(name))
    .map(({ name, value }) => ({
      name,
      attributes: Object.fromEntries([
        ...(value === true ? [] : [['value', value] as const]),
        ...(tags.get(name) ?? []),
      ]),
    }));
}

/** Whether a label comes back: one that is no has no tag, and one that is empty no value. */
export function isLabelHeld({ value }: DocumentLabel): boolean {
  return value !== false && value !== '';
}

function ownerOf(name: string, tags: ReadonlyMap<string, unknown>) {
  const at = name.lastIndexOf('.');
  const [owner, attribute] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)];
  const isOwned = at > 0 && attribute !== '' && attribute !== 'value' && tags.has(owner);
  return { owner: isOwned && !owner.includes('.') ? owner : undefined, attribute };
}

/** All tags that are said of documents in a dataset, with those that its schema has. */
export function labelTagsOf(dataset: Dataset): LabelTags {
  const attributes = new Map<string, Set<string>>();
  const see = (name: string) => {
    const set = attributes.get(name) ?? new Set<string>();
    attributes.set(name, set);
    return set;
  };
  for (const { name } of dataset.schema.documentLabels) if (!name.includes('.')) see(name);
  for (const { set } of setsOf(dataset)) {
    for (const { name, attributes: own } of labelTags(set.records)) {
      for (const attribute of Object.keys(own)) if (attribute !== NOTE) see(name).add(attribute);
      see(name);
    }
  }
  return new Map(
    [...attributes].map(([name, own]) => [
      name,
      [...own].map((one) => newAttribute(one, { kind: 'text' })),
    ]),
  );
}
