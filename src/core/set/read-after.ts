import type { Change } from '../edit/change.ts';
import { stepsOf } from '../edit/change-of.ts';
import type { AnnotationRecord, SetReader } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';

/**
 * Reads a set as if a change, which fits it, had been made. Takes time in proportion to the change; the
 * set itself stays as it is, and must do so meanwhile.
 */
export function readAfter(set: SetReader, change: Change): SetReader {
  const news = new Map<RecordId, AnnotationRecord | undefined>();
  const links = new Map<RecordId, Relation[]>();
  for (const [id, , after] of stepsOf(change)) {
    news.set(id, after);
    if (after?.kind !== 'relation') continue;
    for (const end of new Set([after.from, after.to])) {
      const list = links.get(end);
      if (list) list.push(after);
      else links.set(end, [after]);
    }
  }
  const isOld = ({ id }: AnnotationRecord) => !news.has(id);
  const spansAmong = (from: number, to: number): Span[] =>
    [...news.values()]
      .filter((record) => record?.kind === 'span')
      .filter(({ ranges }) => ranges.some(({ start, end }) => start < to && end > from));

  return {
    get: (id) => (news.has(id) ? news.get(id) : set.get(id)),
    all: () => allOf(set, news),
    relationsOf: (spanId) => [
      ...set.relationsOf(spanId).filter(isOld),
      ...(links.get(spanId) ?? []),
    ],
    spansIn: (from, to) => [...set.spansIn(from, to).filter(isOld), ...spansAmong(from, to)],
  };
}

function* allOf(set: SetReader, news: ReadonlyMap<RecordId, AnnotationRecord | undefined>) {
  for (const record of set.all()) if (!news.has(record.id)) yield record;
  for (const record of news.values()) if (record) yield record;
}
