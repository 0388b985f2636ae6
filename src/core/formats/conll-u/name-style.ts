import { SURE_TAG } from '../iob/row.ts';
import { decodeName } from '../tokens/names.ts';

/**
 * How a file writes names into MISC. `ids`: brackets with the id of an entity and more, as in CorefUD;
 * `types`: brackets with nothing but a type; `tags`: IOB tags under that key.
 */
export type NameStyle =
  | { readonly kind: 'ids'; readonly fields: readonly string[] }
  | { readonly kind: 'types' }
  | { readonly kind: 'tags'; readonly key: string };

/** The style of new files. */
export const OWN_FIELDS = ['eid', 'etype'];
/** What CorefUD has where the file does not say. */
const USUAL_FIELDS = ['eid', 'etype', 'head', 'other'];
const TAG_KEYS = ['NER', 'NE', 'Entity', 'NamedEntity', 'Name'];

/** Finds out from a file how names are written in it; `undefined` where there are none. */
export function nameStyleOf(source: string): NameStyle | undefined {
  const stated = /^#[ \t]*global\.Entity[ \t]*=[ \t]*(?<fields>\S+)/mu.exec(source)?.groups;
  if (stated?.['fields']) return { kind: 'ids', fields: stated['fields'].split('-') };
  const entities = valuesOf(source, 'Entity');
  if (entities.some((value) => /[()]/u.test(value))) return bracketStyle(entities);
  const key = TAG_KEYS.find((one) => {
    const values = valuesOf(source, one);
    return values.length > 0 && values.every((value) => SURE_TAG.test(value));
  });
  return key === undefined ? undefined : { kind: 'tags', key };
}

function valuesOf(source: string, key: string): readonly string[] {
  const pattern = new RegExp(`[\\t|]${key}=([^|\\t\\r\\n]*)`, 'gu');
  return [...source.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** Openings with dashes whose closings have none begin with an id. */
function bracketStyle(values: readonly string[]): NameStyle {
  const openings = values.flatMap((value) => value.match(/\([^()|]+/gu) ?? []);
  const closings = values.flatMap((value) => value.match(/(?<=^|\))[^()|]+(?=\))/gu) ?? []);
  const isDashed = (name: string) => name.includes('-');
  const hasIds =
    closings.length > 0 ? !closings.some(isDashed) : /^\(e?\d/u.test(openings[0] ?? '');
  const isIds = openings.some(isDashed) && hasIds;
  return isIds ? { kind: 'ids', fields: USUAL_FIELDS } : { kind: 'types' };
}

/** Name of an entity without a type. */
export const NAMELESS = 'Entity';

/** What the opening of a bracket says. */
export interface Opening {
  readonly type: string;
  /** Id of the entity, which all its mentions share; `null` where the style has none. */
  readonly eid: string | null;
  /** Which part of a mention of several parts it is. */
  readonly part: { readonly number: number; readonly of: number } | null;
}

/** Reads an opening such as `e1[1/2]-person-1-` or `ORG`. */
export function readOpening(name: string, style: NameStyle): Opening {
  if (style.kind !== 'ids') return { type: decodeName(name), eid: null, part: null };
  const cells = name.split('-');
  const id = cells[idIndex(style.fields)] ?? name;
  const type = cells[typeIndex(style.fields)] ?? '';
  const part = /^(?<eid>.*)\[(?<number>\d{1,6})\/(?<of>\d{1,6})\]$/u.exec(id)?.groups;
  return {
    type: type === '' ? NAMELESS : decodeName(type),
    eid: part?.['eid'] ?? id,
    part: part ? { number: Number(part['number']), of: Number(part['of']) } : null,
  };
}

/** What an opening has in common with its closing. */
export function bracketKey(name: string, style: NameStyle): string {
  if (style.kind !== 'ids' || !name.includes('-')) return name;
  return name.split('-')[idIndex(style.fields)] ?? name;
}

/** An opening with these values in their fields, and nothing in the others. */
export function writeOpening(eid: string, type: string, fields: readonly string[]): string {
  const cells = fields.map(() => '');
  cells[idIndex(fields)] = eid;
  cells[typeIndex(fields)] = type;
  return cells.join('-');
}

function idIndex(fields: readonly string[]): number {
  return Math.max(
    0,
    fields.findIndex((field) => field === 'eid' || field === 'GRP'),
  );
}

function typeIndex(fields: readonly string[]): number {
  const found = fields.findIndex((field) => field === 'etype' || field === 'entity');
  return found >= 0 ? found : 1;
}
