import type { AnnotationRecord, SetReader } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';

/** Reads plain records as a set, by walking them all each time: for small sets and for tests. */
export function readRecords(records: ReadonlyMap<RecordId, AnnotationRecord>): SetReader {
  const all = () => [...records.values()];
  return {
    get: (id) => records.get(id),
    all: () => records.values(),
    relationsOf: (spanId) =>
      all()
        .filter((record) => record.kind === 'relation')
        .filter(({ from, to }) => from === spanId || to === spanId),
    spansIn: (from, to) =>
      all()
        .filter((record) => record.kind === 'span')
        .filter(({ ranges }) => ranges.some(({ start, end }) => start < to && end > from)),
  };
}
