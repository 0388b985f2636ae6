import { createHash } from 'node:crypto';
import type { DatasetSet } from '#core/formats/dataset.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Problem } from '#core/problem.ts';
import type { SetCodec } from '../store/set-codec.ts';
import { isFileId } from '../store/set-place.ts';

/** Ids are names of files and keys of objects: an odd one is made anew. */
const LONGEST_ID = 600;

/** An annotator whose id can name a file, whatever the imported file calls the person. */
export function soundAnnotator({ id, name }: Annotator): Annotator {
  const shown = name.toWellFormed().trim().slice(0, 1_000) || id.toWellFormed().slice(0, 1_000);
  if (isFileId(id)) return { id, name: shown || id };
  const stem = id
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toWellFormed()
    .replace(/^-+|-+$/gu, '');
  const sum = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const cut = [...stem].slice(0, 60).join('');
  const made = `${cut === '' ? 'annotator' : cut}-${sum}`;
  return { id: isFileId(made) ? made : `annotator-${sum}`, name: shown || made };
}

/**
 * The records that can be kept: spans inside the text, relations with both ends, each id once. The others
 * are told.
 */
export function soundRecords(
  { records }: Pick<DatasetSet, 'records'>,
  codec: SetCodec,
  file: string,
): { readonly records: readonly AnnotationRecord[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const kept: AnnotationRecord[] = [];
  const spans = new Set<string>();
  const ids = new Set<string>();
  const renamed = new Map<string, string>();
  const idFor = (id: string) => renamed.get(id) ?? id;
  const leftOut = (id: string, why: string) => {
    const message = `The annotation ${id.slice(0, 100)} is left out: ${why}.`;
    problems.push({ code: 'left-out', message, place: { file, id: id.slice(0, 100) } });
  };
  for (const record of records) {
    if (record.kind !== 'span') continue;
    const fault = ids.has(record.id) ? 'another one has its id' : codec.rangeFault(record.ranges);
    ids.add(record.id);
    if (fault !== null) {
      leftOut(record.id, fault);
      continue;
    }
    if (!isRecordId(record.id))
      renamed.set(record.id, `s-${renamed.size + 1}-${record.ranges[0].start}`);
    spans.add(record.id);
    kept.push(renamed.has(record.id) ? { ...record, id: idFor(record.id) } : record);
  }
  for (const record of records) {
    if (record.kind === 'span') continue;
    if (ids.has(record.id)) leftOut(record.id, 'another one has its id');
    else if (record.kind === 'relation') {
      if (spans.has(record.from) && spans.has(record.to)) {
        const id = isRecordId(record.id) ? record.id : `r-${kept.length + 1}`;
        kept.push({ ...record, id, from: idFor(record.from), to: idFor(record.to) });
      } else leftOut(record.id, 'one of its ends is not there');
    } else kept.push(record);
    ids.add(record.id);
  }
  return { records: kept, problems };
}

function isRecordId(id: string): boolean {
  return id !== '' && id.length <= LONGEST_ID && id !== '__proto__' && id.isWellFormed();
}
