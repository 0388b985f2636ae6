import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import { findDocumentLabel, findEntityType, findRelationType } from '#core/schema/lookup.ts';
import type { SetIndex } from '#core/set/set-index.ts';

/** Shown at most; more would help nobody. */
const MOST = 100;

/** Types and labels in use that the schema does not have, and relations without one of their spans. */
export function typeProblems(index: SetIndex, schema: Schema): Problem[] {
  const problems: Problem[] = [];
  const { byType, byRelationType } = index.counts();
  const unknown = (message: string) => problems.push({ code: 'unknown-type', message });
  for (const [type, n] of byType)
    if (!findEntityType(schema, type))
      unknown(`The schema has no entity type ‘${type}’, which ${used(n, 'span')}.`);
  for (const [type, n] of byRelationType)
    if (!findRelationType(schema, type))
      unknown(`The schema has no relation type ‘${type}’, which ${used(n, 'relation')}.`);
  if (index.counts().labels > 0)
    for (const { name } of index.labels())
      if (!findDocumentLabel(schema, name))
        unknown(`The schema has no document label ‘${name}’, which this document has.`);
  if (index.counts().relations > 0)
    for (const { id, type, from, to } of index.relations()) {
      if (index.span(from) && index.span(to)) continue;
      const message = `A relation ‘${type}’ has an end that does not exist.`;
      problems.push({ code: 'dangling-relation', message, place: { id } });
    }
  return problems.slice(0, MOST);
}

function used(n: number, noun: string): string {
  return n === 1 ? `1 ${noun} has` : `${n.toLocaleString('en')} ${noun}s have`;
}
