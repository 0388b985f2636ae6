import type { RelationType, Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import { findRelationType } from '#core/schema/lookup.ts';
import { relationChoices } from '#core/schema/relation-choices.ts';

/** A relation type as the chooser offers it for one direction. */
export interface RelationOption {
  readonly type: RelationType;
  /** Why it cannot be chosen; `null` where it can. */
  readonly reason: string | null;
}

type Typed = Pick<Span, 'type'>;

/** All relation types for these ends: those that can be chosen first, in schema order. */
export function relationOptions(schema: Schema, from: Typed, to: Typed): readonly RelationOption[] {
  const options = relationChoices(schema, from, to).flatMap((choice): RelationOption[] => {
    const type = findRelationType(schema, choice.type);
    if (!type) return [];
    const reason = choice.reversed
      ? 'Allowed the other way round: turn it with Tab.'
      : choice.allowed
        ? null
        : withoutName(choice.reason ?? 'not allowed between these two.', choice.type);
    return [{ type, reason }];
  });
  return [
    ...options.filter((option) => option.reason === null),
    ...options.filter((option) => option.reason !== null),
  ];
}

/** The name stands above the reason already: `‘meets’ leads to …` is `Leads to …` there. */
function withoutName(reason: string, type: string): string {
  const rest = reason.replace(`‘${type}’ `, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Whether the chooser opens turned round: nothing fits as drawn, and something does the other way. */
export function startsReversed(schema: Schema, from: Typed, to: Typed): boolean {
  const fits = (a: Typed, b: Typed) =>
    relationOptions(schema, a, b).some((option) => option.reason === null);
  return !fits(from, to) && fits(to, from);
}
