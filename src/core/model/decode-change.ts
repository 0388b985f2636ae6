import { z } from 'zod';
import type { Change, ProjectChange } from '../edit/change.ts';
import type { HistoryEntry } from '../edit/history-entry.ts';
import { annotatorType, documentEntryType, folderNameType } from './decode-project.ts';
import { annotationRecordType, nameType, recordIdType, timeType } from './decode-records.ts';
import { schemaType } from './decode-schema.ts';

/** The change of one set. Records stand under their own ids. */
export const setChangeType: z.ZodType<Change> = changeTypeOf(annotationRecordType);

/**
 * A change in which records have another form, such as the one on disk.
 * @param record form of one record; it must have its id.
 */
export function changeTypeOf<R extends { readonly id: string }>(record: z.ZodType<R>) {
  const byId = z.record(recordIdType, record);
  return z
    .strictObject({
      added: byId,
      updated: z.record(recordIdType, z.tuple([record, record])),
      removed: byId,
    })
    .refine(
      ({ added, updated, removed }) =>
        Object.entries(added).every(([id, one]) => one.id === id && !Object.hasOwn(removed, id)) &&
        Object.entries(removed).every(([id, one]) => one.id === id) &&
        Object.entries(updated).every(
          ([id, [before, after]]) =>
            before.id === id &&
            after.id === id &&
            !Object.hasOwn(added, id) &&
            !Object.hasOwn(removed, id),
        ),
      'A record stands under an id that is not its own, or twice.',
    );
}

const renamed = z.record(nameType, nameType);

/** The change of a project; `setChange` is the form of the changes of its sets. */
export function projectChangeTypeOf<C>(setChange: z.ZodType<C>) {
  return z.strictObject({
    name: z.tuple([nameType, nameType]).exactOptional(),
    schema: z.tuple([schemaType, schemaType]).exactOptional(),
    documents: z
      .strictObject({
        added: z.array(documentEntryType),
        removed: z.array(documentEntryType),
        updated: z.array(z.tuple([documentEntryType, documentEntryType])),
      })
      .exactOptional(),
    sets: z
      .array(
        z.strictObject({
          documentId: folderNameType,
          annotatorId: folderNameType,
          change: setChange,
        }),
      )
      .exactOptional(),
    annotators: z.array(annotatorType).exactOptional(),
    merged: z
      .array(
        z.strictObject({
          documentId: folderNameType,
          annotatorId: folderNameType,
          seq: z.int().min(0),
          sum: z.string().regex(/^(?:[0-9a-f]{8}|[0-9a-f]{64})$/u),
        }),
      )
      .exactOptional(),
    fallback: z.strictObject({ entityTypes: renamed, relationTypes: renamed }).exactOptional(),
  });
}

export const projectChangeType: z.ZodType<ProjectChange> = projectChangeTypeOf(setChangeType);

/** One entry of a change log; `change` is the form of what it holds. */
export function historyEntryType<C>(change: z.ZodType<C>): z.ZodType<HistoryEntry<C>> {
  const seq = z.int().min(1);
  return z.strictObject({
    seq,
    at: timeType,
    by: folderNameType,
    label: z.string().min(1).max(2000),
    code: z.string().min(1).max(100),
    change,
    undoes: seq.exactOptional(),
    redoes: seq.exactOptional(),
    action: seq.exactOptional(),
  });
}
