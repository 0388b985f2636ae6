import type { ImportPreview } from '#api/calls/imports.ts';
import { count, placeText, type Terminal } from '../terminal.ts';
import type { Outcome } from './import-run.ts';

/** So many problems are told; all of them with `--json`. */
const TOLD = 100;

/** Says what could not be read: file, place and reason. */
export function tellProblems(
  terminal: Terminal,
  { unreadable, problems }: Pick<Outcome, 'unreadable' | 'problems'>,
): void {
  for (const { path, name, problem, encodings } of unreadable) {
    const place = { ...problem?.place, file: path };
    terminal.err(`${name}: ${problem?.message ?? ''}${placeText(place)}\n`);
    const [likely] = encodings;
    if (likely) terminal.err(`  Perhaps: --encoding ${likely.encoding}\n`);
  }
  for (const { message, place } of problems.slice(0, TOLD)) {
    terminal.err(`${message}${placeText(place)}\n`);
  }
  const more = problems.length - TOLD;
  if (more > 0) terminal.err(`${count(more, 'more problem')}; --json lists them.\n`);
}

/** What would come of an import, in lines. */
export function previewLines({
  counts,
  sources,
  schemaChanges,
  annotators,
}: ImportPreview): readonly string[] {
  const isPlain = sources.every(({ reader }) => reader === 'text');
  const amounts = [
    ...(counts.spans > 0 ? [count(counts.spans, 'span')] : []),
    ...(counts.relations > 0 ? [count(counts.relations, 'relation')] : []),
    ...(counts.labels > 0 ? [count(counts.labels, 'document label')] : []),
    ...(counts.leftOut > 0 ? [`${counts.leftOut.toLocaleString('en')} left out`] : []),
    ...(counts.already > 0 ? [`${counts.already.toLocaleString('en')} there already`] : []),
  ];
  return [
    ...(isPlain
      ? []
      : sources.map(({ name, reader, confidence, files }) => {
          const sure = `${Math.round(confidence * 100)} % sure`;
          return `${name}: read as ${reader} (${sure}, ${count(files.length, 'file')})`;
        })),
    ...schemaChanges,
    ...annotators.map(
      ({ annotator, sets, spans }) =>
        `By ${annotator.name} (${annotator.id}): ${count(sets, 'set')}, ${count(spans, 'span')}`,
    ),
    ...(amounts.length > 0 ? [`${amounts.join(', ')}.`] : []),
    ...(counts.receiving > 0
      ? [`${count(counts.receiving, 'document')} would receive annotations.`]
      : []),
    `${count(counts.documents, 'document')} would be imported.`,
  ];
}
