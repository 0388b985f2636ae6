import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';

const entity = (
  name: string,
  key: string,
  color: string,
  description: string,
  examples: readonly string[],
  attributes: readonly AttributeDefinition[] = [],
): EntityType => ({ name, parent: null, color, key, description, examples, attributes });

const relation = (
  name: string,
  key: string,
  color: string,
  [from, to]: readonly [from: readonly string[], to: readonly string[]],
  description: string,
  example: string,
  symmetric = false,
): RelationType => ({
  name,
  parent: null,
  color,
  key,
  description,
  examples: [example],
  attributes: [],
  from,
  to,
  symmetric,
});

/**
 * What a new project tags until its people change it. The colours were searched for so that any two
 * stay apart for people without red, green or blue receptors, too (`default-schema.test.ts` measures it).
 */
export const DEFAULT_SCHEMA: Schema = {
  entityTypes: [
    entity(
      'Person',
      'p',
      '#116985',
      'A named human being. Leave titles and roles out: they are tagged Role.',
      ['Rajnath Singh', 'Ada Lovelace'],
    ),
    entity(
      'Organization',
      'o',
      '#a54d00',
      'A named body: government, company, alliance, party, agency, team.',
      ['United Nations', 'Ministry of Defence'],
    ),
    entity(
      'Location',
      'l',
      '#08b866',
      'A named place: country, city, region, river, building. A country that acts is a place, too.',
      ['Qingdao', 'the Baltic Sea'],
    ),
    entity(
      'Date',
      'd',
      '#754ac0',
      'A point or stretch of time that can be found in a calendar, also in relation to another.',
      ['26 June 2025', 'last Tuesday'],
    ),
    entity('Role', 'r', '#d095a4', 'An office, title or function that somebody holds.', [
      'Defence Minister',
      'chief engineer',
    ]),
    entity(
      'Event',
      'e',
      '#a1ad00',
      'Something that happened or will: meeting, election, attack, contract. Tag the words that name it.',
      ['the 2024 election', 'Operation Sindoor'],
    ),
    entity('Money', 'm', '#8da0e9', 'An amount of money with its currency.', [
      '$5 million',
      '300 euros',
    ]),
  ],
  relationTypes: [
    relation(
      'holds role',
      'r',
      '#d095a4',
      [['Person'], ['Role']],
      'From the person to the office or title that the person holds or held.',
      'Rajnath Singh → Defence Minister',
    ),
    relation(
      'member of',
      'm',
      '#a54d00',
      [['Person', 'Organization', 'Location'], ['Organization']],
      'From the member to the body it belongs to or works for.',
      'India → Shanghai Cooperation Organisation',
    ),
    relation(
      'located in',
      'l',
      '#08b866',
      [['Person', 'Organization', 'Location', 'Event'], ['Location']],
      'From what is somewhere, or happens there, to the place.',
      'the meeting → Qingdao',
    ),
    relation(
      'meets',
      't',
      '#116985',
      [
        ['Person', 'Organization'],
        ['Person', 'Organization'],
      ],
      'Two people or bodies meet or talk to each other; the direction has no meaning.',
      'Rajnath Singh – Dong Jun',
      true,
    ),
    relation(
      'part of',
      'p',
      '#a1ad00',
      [[], []],
      'From the part to the whole: a department of a company, a day of a week of talks.',
      'the opening session → the summit',
    ),
  ],
  documentLabels: [],
};
