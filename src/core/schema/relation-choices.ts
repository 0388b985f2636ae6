import type { RelationType, Schema } from '../model/schema.ts';
import type { Span } from '../model/span.ts';
import { isSubtype } from './inherit.ts';

/** What the schema says of one relation type between two given spans. */
export interface RelationChoice {
  readonly type: string;
  readonly allowed: boolean;
  /** Why it is not allowed, as a sentence; `null` where it is. */
  readonly reason: string | null;
  /** Allowed only the other way round: the relation is to be made from the second span to the first. */
  readonly reversed: boolean;
}

type Typed = Pick<Span, 'type'>;

/** All relation types in the order of the schema, each with whether it may link the two spans. */
export function relationChoices(schema: Schema, from: Typed, to: Typed): readonly RelationChoice[] {
  return schema.relationTypes.map((type) => {
    const reason = endProblem(schema, type, from.type, to.type);
    if (reason === null) return { type: type.name, allowed: true, reason, reversed: false };
    const fitsReversed = endProblem(schema, type, to.type, from.type) === null;
    if (fitsReversed) return { type: type.name, allowed: true, reason: null, reversed: true };
    return { type: type.name, allowed: false, reason, reversed: false };
  });
}

/**
 * Checks the ends of a relation. A symmetric relation may stand either way round.
 * @returns why they are not allowed, as a sentence; `null` where they are.
 */
export function endProblem(
  schema: Schema,
  type: RelationType,
  fromType: string,
  toType: string,
): string | null {
  const fits = (name: string, allowed: readonly string[]) =>
    allowed.length === 0 || allowed.some((end) => isSubtype(schema.entityTypes, name, end));
  if (fits(fromType, type.from) && fits(toType, type.to)) return null;
  if (type.symmetric) {
    if (fits(toType, type.from) && fits(fromType, type.to)) return null;
    return `‘${type.name}’ does not link ${fromType} and ${toType}.`;
  }
  return fits(fromType, type.from)
    ? `‘${type.name}’ leads to ${oneOf(type.to)}, not to ${toType}.`
    : `‘${type.name}’ starts from ${oneOf(type.from)}, not from ${fromType}.`;
}

function oneOf(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? 'anything')
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
