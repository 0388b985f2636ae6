import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Relation } from '#core/model/relation.ts';
import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';

export const TEXT = 'Defence Minister Rajnath Singh met Dong Jun in Qingdao.';

/** An attribute; what is not said is as plain as can be. */
export const attribute = (
  name: string,
  more: Partial<AttributeDefinition> = {},
): AttributeDefinition => ({
  name,
  kind: 'yes-no',
  values: [],
  default: null,
  required: false,
  key: null,
  description: '',
  ...more,
});

/** The default schema with a hierarchy, attributes of every kind, and document labels. */
export const SCHEMA: Schema = {
  entityTypes: [
    ...DEFAULT_SCHEMA.entityTypes.map((type) =>
      type.name === 'Person'
        ? {
            ...type,
            attributes: [
              attribute('certain', { default: true }),
              attribute('gender', { kind: 'one-of', values: ['female', 'male'] }),
              attribute('remark', { kind: 'text' }),
            ],
          }
        : type,
    ),
    ...(['Politician', 'Soldier'] as const).map((name) => ({
      name,
      parent: 'Person',
      color: '#123456',
      key: null,
      description: '',
      examples: [],
      attributes: [
        attribute('rank', { kind: 'number', required: name === 'Soldier' }),
        attribute('fields', { kind: 'many-of', values: ['army', 'navy'], default: ['army'] }),
      ],
    })),
  ],
  relationTypes: DEFAULT_SCHEMA.relationTypes.map((type) =>
    type.name === 'holds role'
      ? { ...type, attributes: [attribute('former', { default: false })] }
      : type,
  ),
  documentLabels: [
    attribute('topic', { kind: 'one-of', values: ['defence', 'trade'] }),
    attribute('reviewed'),
  ],
};

/** A span on the first place where the words stand in `TEXT`. */
export function span(id: string, type: string, words: string, more: Partial<Span> = {}): Span {
  const start = TEXT.indexOf(words);
  return {
    kind: 'span',
    id,
    type,
    ranges: [{ start, end: start + words.length }],
    attributes: {},
    note: '',
    ...more,
  };
}

/** A relation. */
export function relation(
  id: string,
  type: string,
  from: string,
  to: string,
  more: Partial<Relation> = {},
): Relation {
  return { kind: 'relation', id, type, from, to, attributes: {}, note: '', ...more };
}

/** Three people and a role, related. */
export const RECORDS: readonly AnnotationRecord[] = [
  span('minister', 'Role', 'Defence Minister'),
  span('singh', 'Person', 'Rajnath Singh', { attributes: { certain: true } }),
  span('dong', 'Soldier', 'Dong Jun', { attributes: { rank: 1, certain: false } }),
  span('qingdao', 'Location', 'Qingdao'),
  relation('holds', 'holds role', 'singh', 'minister', { attributes: { former: false } }),
  relation('meets', 'meets', 'singh', 'dong'),
];
