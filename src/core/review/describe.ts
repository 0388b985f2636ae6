import type { Attributes } from '../model/attribute.ts';
import type { AnnotatorId } from '../model/ids.ts';
import type { Range } from '../model/range.ts';
import { boundaryWords } from './boundary-words.ts';
import type { Compared, DifferenceKind } from './differences.ts';
import { endWords, quoteOf, valueText } from './takes.ts';

/** Who was compared, and how they are called. */
export interface Comparison {
  readonly everyone: readonly AnnotatorId[];
  readonly text: string;
  nameOf(id: AnnotatorId): string;
}

/** Says in plain words what annotators differ on: `Mira: Person; Jonas: Organization.` */
export function describeDifference(compared: Compared, comparison: Comparison): string {
  const clauses =
    compared.about === 'label'
      ? [labelClause(compared.item.members, comparison)]
      : [
          presenceOrType(compared, comparison),
          ...(compared.about === 'span'
            ? boundaryClauses(compared, comparison)
            : endsClauses(compared, comparison)),
          ...attributeClauses(compared, comparison),
        ];
  return clauses
    .filter((clause) => clause !== '')
    .map((clause) => `${clause}.`)
    .join(' ');
}

type SpanCompared = Extract<Compared, { about: 'span' }>;
type RelationCompared = Extract<Compared, { about: 'relation' }>;

const has = (compared: Compared, ...kinds: readonly DifferenceKind[]) =>
  compared.kinds.some((kind) => kinds.includes(kind));

function labelClause(
  members: Extract<Compared, { about: 'label' }>['item']['members'],
  comparison: Comparison,
): string {
  const [first] = members.values();
  const said = grouped(comparison.everyone, comparison, (id) => {
    const label = members.get(id);
    return label ? valueText(label.value) : NOTHING;
  });
  return `${first?.name ?? ''} – ${said}`;
}

function presenceOrType(compared: SpanCompared | RelationCompared, comparison: Comparison): string {
  const { everyone, nameOf } = comparison;
  const { members } = compared.item;
  const isAbsent = has(compared, 'missing', 'extra', 'relation missing', 'relation extra');
  if (!(isAbsent || has(compared, 'type', 'relation type'))) return '';
  const [only] = members.keys();
  if (isAbsent && members.size === 1 && only !== undefined) {
    return `Only ${nameOf(only)}: ${typeOf(compared, only) ?? ''}`;
  }
  return grouped(everyone, comparison, (id) => typeOf(compared, id) ?? NOTHING);
}

function typeOf(compared: SpanCompared | RelationCompared, id: AnnotatorId): string | undefined {
  return compared.about === 'span'
    ? compared.item.members.get(id)?.type
    : compared.item.members.get(id)?.relation.type;
}

function boundaryClauses({ item, kinds }: SpanCompared, comparison: Comparison): readonly string[] {
  if (!kinds.includes('boundaries')) return [];
  const { text, nameOf } = comparison;
  const holders = holdersOf(item.members, comparison);
  const rangesOf = (id: AnnotatorId): readonly Range[] => item.members.get(id)?.ranges ?? [];
  if (holders.some((id) => rangesOf(id).length > 1)) {
    return [grouped(holders, comparison, (id) => `“${quoteOf(text, rangesOf(id))}”`)];
  }
  const [reference, ...others] = holders;
  const [from] = reference === undefined ? [] : rangesOf(reference);
  const groups = new Map<string, string[]>();
  for (const id of others) {
    const [to] = rangesOf(id);
    const words = from && to ? boundaryWords(text, from, to) : '';
    if (words !== '') groups.set(words, [...(groups.get(words) ?? []), nameOf(id)]);
  }
  return [...groups].map(([words, names]) => `${listed(names)} ${inNumber(words, names.length)}`);
}

/** `begins` and `ends` of one, `begin` and `end` of several. */
const inNumber = (words: string, count: number) =>
  count === 1 ? words : words.replaceAll(/\b(begin|end)s\b/gu, '$1');

function endsClauses({ item, kinds }: RelationCompared, comparison: Comparison): readonly string[] {
  const { text } = comparison;
  const holders = holdersOf(item.members, comparison);
  const said = (id: AnnotatorId) => {
    const placed = item.members.get(id);
    return placed ? endWords(id, placed, text) : '';
  };
  if (kinds.includes('relation ends') || kinds.includes('relation direction')) {
    return [grouped(holders, comparison, said)];
  }
  const [first] = holders;
  return first === undefined ? [] : [said(first)];
}

function attributeClauses(
  compared: SpanCompared | RelationCompared,
  comparison: Comparison,
): readonly string[] {
  if (!has(compared, 'attributes', 'relation attributes')) return [];
  const attributesOf = (id: AnnotatorId): Attributes =>
    (compared.about === 'span'
      ? compared.item.members.get(id)?.attributes
      : compared.item.members.get(id)?.relation.attributes) ?? {};
  const holders = holdersOf<unknown>(compared.item.members, comparison);
  const names = new Set(holders.flatMap((id) => Object.keys(attributesOf(id))));
  return [...names].flatMap((name) => {
    const said = (id: AnnotatorId) => {
      const attributes = attributesOf(id);
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return value === undefined ? NOTHING : valueText(value);
    };
    if (new Set(holders.map(said)).size < 2) return [];
    return [`${name} – ${grouped(holders, comparison, said)}`];
  });
}

const NOTHING = 'nothing';

function holdersOf<Member>(
  members: ReadonlyMap<AnnotatorId, Member>,
  { everyone }: Comparison,
): readonly AnnotatorId[] {
  return everyone.filter((id) => members.has(id));
}

/** `Mira and Kim Person; Jonas nothing`, by what they say. */
function grouped(
  ids: readonly AnnotatorId[],
  { nameOf }: Comparison,
  said: (id: AnnotatorId) => string,
): string {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const value = said(id);
    const names = groups.get(value);
    if (names) names.push(nameOf(id));
    else groups.set(value, [nameOf(id)]);
  }
  return [...groups].map(([value, names]) => `${listed(names)}: ${value}`).join('; ');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
