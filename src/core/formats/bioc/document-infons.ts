import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import { STATUS_ID, STATUSES } from '../../model/document-status.ts';
import type { JsonObject } from '../json/json-values.ts';
import { byId } from '../set-to-json.ts';
import { attributesOfInfons, infonOf, infonText, NOTE } from './infons.ts';

const LABEL = 'label:';
const STATUS = 'glossator:status';
const STATUS_AT = 'glossator:statusAt';
const NAME = 'glossator:name';

/** Document labels, note and status in the infons of a document. */
export function readDocumentInfons(infons: JsonObject): readonly AnnotationRecord[] {
  const records: AnnotationRecord[] = [];
  for (const [key, value] of Object.entries(attributesOfInfons(infons))) {
    const name = key.startsWith(LABEL) ? key.slice(LABEL.length) : '';
    if (name !== '') records.push({ kind: 'label', id: labelId(name), name, value });
  }
  const text = infonText(infons, NOTE);
  if (text !== '') records.push({ kind: 'note', id: NOTE_ID, text });
  const at = infonText(infons, STATUS_AT);
  const status = STATUSES.find((one) => one === infonText(infons, STATUS));
  if (status && /^\d{4}-\d\d-\d\dT.*Z$/u.test(at)) {
    records.push({ kind: 'status', id: STATUS_ID, status, at });
  }
  return records;
}

/** Whether an infon of a document is one of those that tell of records. */
function isOwn(key: string): boolean {
  return (
    key.startsWith(LABEL) || key === NOTE || key === STATUS || key === STATUS_AT || key === NAME
  );
}

/** Infons that are neither labels nor note nor status. */
export function otherInfons(infons: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(infons).filter(([key]) => !isOwn(key)));
}

/** Infons that tell of the document as a whole. */
export function documentInfons(
  records: readonly AnnotationRecord[],
): readonly (readonly [string, string])[] {
  return [...records].sort(byId).flatMap((record): readonly (readonly [string, string])[] => {
    if (record.kind === 'label') return [[`${LABEL}${record.name}`, infonOf(record.value)]];
    if (record.kind === 'note') return [[NOTE, record.text]];
    if (record.kind !== 'status') return [];
    return [
      [STATUS, record.status],
      [STATUS_AT, record.at],
    ];
  });
}
