import type { LossPlace } from '#api/calls/exports.ts';
import type { Args } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import { lossesOf, lossKey } from '#core/exchange/export-losses.ts';
import { lostRecords } from '#core/exchange/export-lost-records.ts';
import type { DatasetDocument, DatasetSet } from '#core/formats/dataset.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { hull } from '#core/model/range.ts';
import type { Span } from '#core/model/span.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { quoteLine } from '#core/text/quote.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { breathe } from './breathe.ts';
import { chooseFormat } from './choose-format.ts';
import { gatherAgain } from './recent-data.ts';

const MAX_PLACES = 50;
/** In characters. */
const MAX_WORDS = 120;

/** The first places that a loss of the preview is about. */
export async function placesOfLoss(
  session: ProjectSession,
  request: Args<'export.places'>,
  job: Job,
): Promise<Result<readonly LossPlace[], ApiError>> {
  const chosen = chooseFormat(request);
  if (!chosen.ok) return chosen;
  const gathered = await gatherAgain(session, request.selection, true, job);
  if (!gathered.ok) return gathered;
  const { dataset } = gathered.value;
  const key = lossKey(request.loss);
  const places: LossPlace[] = [];
  for (const [i, document] of dataset.documents.entries()) {
    job.progress(i, dataset.documents.length, document.name);
    await breathe(job.signal);
    const own = lossesOf(chosen.value, { ...dataset, documents: [document] });
    if (!own.some((loss) => lossKey(loss) === key)) continue;
    const lost = lostRecords(chosen.value, dataset, document);
    for (const { loss, set, records } of lost) {
      if (lossKey(loss) === key) places.push(...placesIn(document, set, records));
    }
    if (places.length >= MAX_PLACES) break;
  }
  return ok(places.slice(0, MAX_PLACES));
}

function placesIn(
  document: DatasetDocument,
  set: DatasetSet,
  records: ReadonlySet<AnnotationRecord>,
): readonly LossPlace[] {
  const spans = new Map<string, Span>();
  for (const record of set.records) if (record.kind === 'span') spans.set(record.id, record);
  const quote = (span: Span | undefined) => (span ? quoteLine(document.text, span.ranges) : '');
  const at = (span: Span | undefined) => (span ? hull(span.ranges) : null);
  return [...records].slice(0, MAX_PLACES).map((record) => {
    const common = {
      documentId: document.id,
      documentName: document.name,
      annotatorId: set.annotator.id,
    };
    const place = (words: string, range: LossPlace['range'] = null) => ({
      ...common,
      range,
      words: [...words].slice(0, MAX_WORDS).join(''),
    });
    if (record.kind === 'span') return place(`${record.type}: ${quote(record)}`, at(record));
    if (record.kind === 'relation') {
      const [from, to] = [spans.get(record.from), spans.get(record.to)];
      return place(`${record.type}: ${quote(from)} → ${quote(to)}`, at(from));
    }
    if (record.kind === 'label') return place(`${record.name}: ${String(record.value)}`);
    if (record.kind === 'note') return place(record.text.replace(/\s+/gu, ' '));
    return place(record.status.replaceAll('-', ' '));
  });
}
