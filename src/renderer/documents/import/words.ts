import type { ImportPreview, PreviewDocument } from '#api/calls/imports.ts';
import type { Encoding } from '#core/model/document.ts';
import { plural } from '../../inspector/words.ts';

/** What encodings are called. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'Latin-1',
};

/** `2.4 MB`, `812 bytes`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1000, 'kB'] : [bytes / 1e6, 'MB'];
  return `${size.toLocaleString('en', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`;
}

const SURE = [
  [0.995, 'certain'],
  [0.9, 'almost certain'],
  [0.75, 'very likely'],
  [0.5, 'likely'],
  [0.2, 'possible'],
] as const;

/** How sure a recognition is, in words and percent: `very likely (80 %)`. */
export function confidenceWords(confidence: number): string {
  const words = SURE.find(([least]) => confidence >= least)?.[1] ?? 'a guess';
  return `${words} (${Math.round(confidence * 100)} %)`;
}

/** Parts of a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const some = (count: number, one: string, many?: string) =>
  count > 0 ? [plural(count, one, many)] : [];

/** `3,401 spans and 208 relations`; empty where there are none. */
export function annotationWords(counts: {
  readonly spans: number;
  readonly relations: number;
  readonly labels?: number;
  readonly notes?: number;
}): string {
  return listed([
    ...some(counts.spans, 'span'),
    ...some(counts.relations, 'relation'),
    ...some(counts.labels ?? 0, 'document label'),
    ...some(counts.notes ?? 0, 'note'),
  ]);
}

/** What an import would do, in one sentence. */
export function countWords({ counts }: ImportPreview): string {
  const { documents, receiving, known, leftOut, already } = counts;
  const annotations = annotationWords(counts);
  const news = [plural(documents, 'new document'), annotations].filter(Boolean).join(', ');
  const more = [
    receiving > 0
      ? `${plural(receiving, 'document')} of the project ${receiving === 1 ? 'receives' : 'receive'} annotations`
      : '',
    known > 0 ? `${plural(known, 'text')} ${known === 1 ? 'brings' : 'bring'} nothing new` : '',
    leftOut > 0 ? `${plural(leftOut, 'annotation')} left out` : '',
    already > 0 ? `${plural(already, 'annotation')} there already` : '',
  ].filter(Boolean);
  return `${[news, ...more].join('; ')}.`;
}

/** What becomes of a document, where it is not simply new. */
export function fateWords({ fate, same }: PreviewDocument, isTaken: boolean): string | null {
  if (same === null) return null;
  const where = same.id === null ? 'earlier in this list' : 'in the project';
  if (fate === 'receives' && isTaken)
    return same.id === null
      ? `Same text as ‘${same.name}’ ${where}: its annotations join it`
      : `Already in the project as ‘${same.name}’: receives the annotations`;
  if (isTaken) return `Same text as ‘${same.name}’ ${where}: comes in again`;
  return `Same text as ‘${same.name}’ ${where}: nothing new`;
}
