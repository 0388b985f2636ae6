import type { SetReader } from '../model/annotation-set.ts';
import type { DocumentLabel } from '../model/document-label.ts';
import type { SpanId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { Schema } from '../model/schema.ts';
import type { Span } from '../model/span.ts';
import { findDocumentLabel, findEntityType, findRelationType } from '../schema/lookup.ts';
import { endProblem } from '../schema/relation-choices.ts';
import { valueProblem } from '../schema/values.ts';
import { type Offsets, offsetsOf } from '../text/offsets.ts';
import { attributeChecker } from './check-attributes.ts';
import { checkRanges } from './check-ranges.ts';
import { type SetProblem, setProblem } from './set-problem.ts';

export type { SetProblem, SetProblemCode } from './set-problem.ts';

/** What `checkSet` can use where the caller has it already. */
export interface CheckOptions {
  /** Words kept with the spans on disk, one per range. Without them quotes are not compared. */
  readonly quotes?: ReadonlyMap<SpanId, readonly string[]>;
  /** Offsets of the text. */
  readonly offsets?: Offsets;
}

/**
 * Checks a set against its text and its schema; mends nothing.
 * @param text the document's text.
 * @returns all problems, in the order of the records. Empty where all is well.
 */
export function checkSet(
  set: SetReader,
  schema: Schema,
  text: string,
  options: CheckOptions = {},
): readonly SetProblem[] {
  const problems: SetProblem[] = [];
  const offsets = options.offsets ?? offsetsOf(text);
  const checkAttributes = attributeChecker(schema);
  const isNew = duplicateFinder(schema);
  for (const record of set.all()) {
    if (record.kind === 'label') problems.push(...checkLabel(record, schema));
    if (record.kind !== 'span' && record.kind !== 'relation') continue;
    if (record.kind === 'span') {
      const problem = checkRanges(record, text, offsets, options.quotes?.get(record.id));
      if (problem) problems.push(problem);
      if (!findEntityType(schema, record.type)) problems.push(unknownType(record, 'entity'));
    } else problems.push(...checkRelation(record, set, schema));
    problems.push(...(isKnown(record, schema) ? checkAttributes(record) : []));
    if (!isNew(record)) {
      const message = `There is a second ${record.type} that says the same.`;
      problems.push(setProblem('duplicate', record.id, message));
    }
  }
  return problems;
}

function isKnown(record: Span | Relation, schema: Schema): boolean {
  const find = record.kind === 'span' ? findEntityType : findRelationType;
  return find(schema, record.type) !== undefined;
}

function unknownType({ id, type }: Span | Relation, kind: 'entity' | 'relation'): SetProblem {
  return setProblem('unknown-type', id, `The schema has no ${kind} type ‘${type}’.`);
}

function checkRelation(relation: Relation, set: SetReader, schema: Schema): SetProblem[] {
  const { id, type } = relation;
  const [from, to] = [set.get(relation.from), set.get(relation.to)];
  if (from?.kind !== 'span' || to?.kind !== 'span') {
    const end = from?.kind === 'span' ? relation.to : relation.from;
    const message = `A relation ‘${type}’ has an end, ${end}, that does not exist.`;
    return [setProblem('dangling-relation', id, message)];
  }
  const definition = findRelationType(schema, type);
  if (!definition) return [unknownType(relation, 'relation')];
  if (from === to) {
    return [setProblem('self-relation', id, `A relation ‘${type}’ leads from a span to itself.`)];
  }
  const fault = endProblem(schema, definition, from.type, to.type);
  return fault ? [setProblem('end-not-allowed', id, fault)] : [];
}

function checkLabel({ id, name, value }: DocumentLabel, schema: Schema): SetProblem[] {
  const definition = findDocumentLabel(schema, name);
  if (!definition) {
    const message = `The schema has no document label ‘${name}’.`;
    return [setProblem('unknown-label', id, message)];
  }
  const fault = valueProblem(definition, value);
  return fault ? [setProblem('bad-value', id, `A document label has a bad value: ${fault}`)] : [];
}

/** Makes a function that tells whether no record before said the same. */
function duplicateFinder(schema: Schema): (record: Span | Relation) => boolean {
  const seen = new Set<string>();
  return (record) => {
    const ends = record.kind === 'relation' ? [record.from, record.to] : [];
    if (record.kind === 'relation' && findRelationType(schema, record.type)?.symmetric) ends.sort();
    const place = record.kind === 'span' ? record.ranges.map((r) => [r.start, r.end]) : ends;
    const key = JSON.stringify([record.kind, record.type, place]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
