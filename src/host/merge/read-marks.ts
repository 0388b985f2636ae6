import { join } from 'node:path';
import { z } from 'zod';
import type { MergeMark } from '#core/merge/common-base.ts';
import { idOf } from '../project/summary-index.ts';
import { nodeFiles } from '../store/files.ts';
import { changeOfBody, checkedBody } from '../store/log-line.ts';
import { scanLog } from '../store/scan-log.ts';
import { isMissing } from '../store/store-error.ts';

/** What the lines of merges in `project.log` have as their code. */
export const MERGE_CODE = 'projects.merge';

const marked = z.looseObject({
  merged: z.array(
    z.looseObject({
      documentId: z.string(),
      annotatorId: z.string(),
      seq: z.int(),
      sum: z.string(),
    }),
  ),
});

/** Earlier merges into a project, as far as they were not taken back. */
export interface Marks {
  /** By the set here (`idOf`), oldest first. */
  readonly bySet: ReadonlyMap<string, readonly MergeMark[]>;
  /** When merges, and other actions, were taken back (ISO 8601): documents they had brought left then. */
  readonly undoneAt: ReadonlySet<string>;
}

/** Reads from `project.log` what was merged before. */
export async function readMarks(folder: string): Promise<Marks> {
  const bytes = await nodeFiles.readFile(join(folder, 'project.log')).catch((error: unknown) => {
    if (isMissing(error)) return Buffer.alloc(0);
    throw error;
  });
  const undoneAt = new Set<string>();
  const merges = new Map<number, { readonly key: string; readonly mark: MergeMark }[]>();
  const undone = new Set<number>();
  for (const { head, at, length } of scanLog(bytes).entries) {
    if (head.undoes !== undefined) {
      undoneAt.add(head.at);
      undone.add(head.undoes);
    } else if (head.redoes !== undefined) undone.delete(head.redoes);
    else if (head.code === MERGE_CODE) {
      const body = checkedBody(bytes.subarray(at, at + length - 1));
      const read = marked.safeParse(body === undefined ? undefined : changeOfBody(body));
      const list = read.success ? read.data.merged : [];
      merges.set(
        head.seq,
        list.map(({ seq, sum, ...key }) => ({ key: idOf(key), mark: { seq, sum, at: head.at } })),
      );
    }
  }
  const bySet = new Map<string, MergeMark[]>();
  for (const [seq, list] of merges) {
    if (undone.has(seq)) continue;
    for (const { key, mark } of list) {
      const known = bySet.get(key);
      if (known) known.push(mark);
      else bySet.set(key, [mark]);
    }
  }
  return { bySet, undoneAt };
}
