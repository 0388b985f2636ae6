/** Names that many corpora use for one thing; the first is the one that people would write. */
const ENTITY_TYPES: readonly (readonly string[])[] = [
  ['Person', 'PER', 'PERS', 'persName', 'People', 'Peop'],
  ['Organization', 'Organisation', 'ORG', 'orgName', 'Company', 'Corporation'],
  ['Location', 'LOC', 'Place', 'placeName', 'geogName'],
  ['Date', 'DATE_TIME'],
  ['Time', 'TIM'],
  ['Event', 'EVT'],
  ['Money', 'MNY', 'Currency amount'],
  ['Miscellaneous', 'MISC', 'Misc'],
  ['Facility', 'FAC'],
  ['Work of art', 'WORK_OF_ART', 'Title', 'Creative work'],
  ['Nationality', 'NORP'],
  ['Gene', 'GeneOrGeneProduct', 'Gene/protein', 'Protein'],
  ['Disease', 'DiseaseOrPhenotypicFeature', 'Disorder'],
  ['Chemical', 'ChemicalEntity', 'Drug', 'Simple chemical'],
];

const RELATION_TYPES: readonly (readonly string[])[] = [
  ['member of', 'MEMBER', 'employed by', 'works for', 'Work_For', 'org:member_of'],
  ['located in', 'LOC-IN', 'Located_In', 'place', 'based in', 'OrgBased_In'],
  ['part of', 'PART-OF', 'partOf', 'SUBPART_OF'],
  ['coreference', 'COREF', 'same as', 'Equiv'],
];

const groups = (lists: readonly (readonly string[])[]) =>
  new Map(lists.flatMap((names, i) => names.map((name) => [looseName(name), i] as const)));

const BY_KIND = { entityTypes: groups(ENTITY_TYPES), relationTypes: groups(RELATION_TYPES) };

/** The name without regard to case and separators: `works_for`, `Works For` and `works-for` are one. */
export function looseName(name: string): string {
  const loose = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./:]+/gu, '');
  return loose === '' ? name : loose;
}

/** Which group of names for one thing it belongs to; `undefined` for none. */
export function wellKnownGroup(
  kind: 'entityTypes' | 'relationTypes',
  name: string,
): number | undefined {
  return BY_KIND[kind].get(looseName(name));
}
