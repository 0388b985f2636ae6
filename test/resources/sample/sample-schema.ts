import type { AttributeDefinition, EntityType, Schema } from '#core/model/schema.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';

const attribute = (
  name: string,
  kind: AttributeDefinition['kind'],
  description: string,
  more: Partial<AttributeDefinition> = {},
): AttributeDefinition => ({
  ...{ name, kind, values: [], default: null, required: false, key: null, description },
  ...more,
});

const ATTRIBUTES: Readonly<Record<string, readonly AttributeDefinition[]>> = {
  Person: [
    attribute('mention', 'one-of', 'How the text refers to the person.', {
      values: ['full name', 'part of the name', 'description'],
      default: 'full name',
      required: true,
    }),
    attribute('speaks', 'yes-no', 'The text quotes the person.'),
  ],
  Event: [
    attribute('time', 'one-of', 'Whether it has happened when the text was written.', {
      values: ['past', 'now', 'planned'],
    }),
    attribute('certainty', 'number', 'From 0, rumour, to 1, established.'),
  ],
  Organization: [
    attribute('sector', 'many-of', 'All that apply.', {
      values: ['state', 'business', 'education', 'culture', 'civil society'],
    }),
  ],
  Money: [attribute('in words', 'text', 'Amount and currency, written out.')],
};

const ship: EntityType = {
  name: 'Ship',
  parent: null,
  color: '#5b7f2a',
  key: 's',
  description: 'A named vessel.',
  examples: ['Halcyon'],
  attributes: [],
};

/** The sample's schema: the default one with attributes, a type more, a subtype, and document labels. */
export const SAMPLE_SCHEMA: Schema = {
  entityTypes: [
    ...DEFAULT_SCHEMA.entityTypes.map((type) => ({
      ...type,
      attributes: ATTRIBUTES[type.name] ?? type.attributes,
    })),
    {
      ...ship,
      name: 'Building',
      parent: 'Location',
      color: '#3d9a8b',
      key: 'b',
      description: 'A named building or part of one.',
      examples: ['Old Customs House'],
    },
    ship,
  ],
  relationTypes: DEFAULT_SCHEMA.relationTypes,
  documentLabels: [
    attribute('topic', 'one-of', 'What the text is mainly about.', {
      values: ['politics', 'culture', 'crime', 'other'],
      required: true,
    }),
    attribute('checked twice', 'yes-no', 'A second reading has been done.'),
  ],
};
