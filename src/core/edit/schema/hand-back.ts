import type { SetReader } from '../../model/annotation-set.ts';
import type { Schema } from '../../model/schema.ts';
import { findDocumentLabel, findEntityType, findRelationType } from '../../schema/lookup.ts';
import type { Change } from '../change.ts';
import { changeOf, type Step } from '../change-of.ts';
import type { Fallback } from './fallback.ts';

/** How a set gets along with a schema that no longer has some of its types. */
export interface HandBack {
  /** Gives annotations of types that are gone the type to fall back on. */
  readonly change: Change;
  /** What would still name a type or label that the schema does not have. */
  readonly orphans: Orphans;
}

export interface Orphans {
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
}

/**
 * Fits a set to a schema that comes back, mostly by the undo of a schema edit: run it on the set as it
 * is after the undo itself.
 * @param fallback from the entry that is undone; without it, orphans are only counted.
 */
export function handBack(set: SetReader, schema: Schema, fallback?: Fallback): HandBack {
  const entityTypes = new Map(Object.entries(fallback?.entityTypes ?? {}));
  const relationTypes = new Map(Object.entries(fallback?.relationTypes ?? {}));
  const orphans = { spans: 0, relations: 0, labels: 0 };
  const steps: Step[] = [];
  for (const record of set.all()) {
    if (record.kind === 'span' && !findEntityType(schema, record.type)) {
      const type = entityTypes.get(record.type);
      if (type !== undefined && findEntityType(schema, type)) {
        steps.push([record.id, record, { ...record, type }]);
      } else orphans.spans++;
    } else if (record.kind === 'relation' && !findRelationType(schema, record.type)) {
      const type = relationTypes.get(record.type);
      if (type !== undefined && findRelationType(schema, type)) {
        steps.push([record.id, record, { ...record, type }]);
      } else orphans.relations++;
    } else if (record.kind === 'label' && !findDocumentLabel(schema, record.name)) {
      orphans.labels++;
    }
  }
  return { change: changeOf(steps), orphans };
}
