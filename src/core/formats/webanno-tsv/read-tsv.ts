import { err, ok, type Result } from '../../result.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { chainLinks } from '../tokens/chains.ts';
import { baseName, datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import type { LayerDocument, LayerRelation } from '../uima-layers/layer-document.ts';
import { typesFrom } from '../uima-layers/layer-options.ts';
import { ownFiles } from '../uima-layers/own-files.ts';
import { datasetOfLayers } from '../uima-layers/read-layers.ts';
import type { Draft } from './drafts.ts';
import { type PlacedText, placeText } from './place-text.ts';
import { CellReader } from './read-cells.ts';
import { recognizesTsv } from './recognize.ts';
import { type RawFile, readRaw } from './sentences.ts';

export const WEBANNO_TSV = 'webanno-tsv';

/** Reads files of WebAnno TSV 3, each a document. */
export function readTsv(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const documents: LayerDocument[] = [];
  for (const file of ownFiles(files, recognizesTsv, problems)) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    const document = readDocument(file, problems);
    if (!document.ok) return document;
    documents.push(document.value);
  }
  const reading = {
    format: WEBANNO_TSV,
    types: typesFrom(options),
    chains: chainLinks(options),
  };
  return ok(datasetOfLayers(datasetName(files), documents, reading, problems));
}

function readDocument(
  file: { readonly path: string; readonly text: string },
  problems: ProblemList,
): Result<LayerDocument, FormatError> {
  const raw = readRaw(file.text, file.path, problems);
  if (!raw.ok) return raw;
  const placed = place(raw.value, file.path, problems);
  if (!placed.ok) return placed;
  const { text, units, sentences } = placed.value;
  const reader = new CellReader(units, file.path, problems);
  for (const layer of raw.value.layers) for (const unit of units) reader.read(unit, layer);
  const links = reader.links();
  const drafts = reader.drafts.all;
  const indexOf = new Map<Draft, number>();
  const spans: LayerDocument['spans'][number][] = [];
  for (const draft of drafts) {
    const { layer, chain, start, end, features, line } = draft;
    const fault = faultOf(text, start, end);
    if (fault !== undefined) {
      problems.add('no-words', `An annotation of ${layer} ${fault}; it is left out.`, {
        file: file.path,
        line,
      });
      continue;
    }
    indexOf.set(draft, spans.length);
    spans.push({ layer, chain, range: { start, end }, features: Object.fromEntries(features) });
  }
  const relations = links.flatMap((link): readonly LayerRelation[] => {
    const [from, to] = [indexOf.get(link.from), indexOf.get(link.to)];
    if (from !== undefined && to !== undefined) {
      const { layer, feature, linkType, features } = link;
      return [{ layer, feature, linkType, features, from, to }];
    }
    const message = `A relation of ${link.layer} has an end without words; it is left out.`;
    problems.add('no-end', message, { file: file.path, line: link.from.line });
    return [];
  });
  return ok({
    name: baseName(file),
    text,
    tokens: units.filter(({ isToken, start, end }) => isToken && start < end).map(rangeOf),
    sentences: sentences.filter(({ start, end }) => start < end),
    metadata: {},
    spans,
    relations,
    source: { tsv: file.text },
  });
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

/** Why no span can stand there; `undefined` where one can. */
function faultOf(text: string, start: number, end: number): string | undefined {
  if (start >= end) return 'has no words';
  const cuts = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
  return cuts(start) || cuts(end) ? 'would cut a character in two' : undefined;
}

/** Puts the text together: offsets count UTF-16, or, where only that fits the words, code points. */
function place(raw: RawFile, file: string, problems: ProblemList): Result<PlacedText, FormatError> {
  const trial = new ProblemList();
  const first = placeText(raw.sentences, file, 'utf-16', trial);
  const isBad = !first.ok || first.value.misfits.length > 0 || trial.field().problems;
  const other = isBad ? placeText(raw.sentences, file, 'code points', new ProblemList()) : first;
  const fitsBetter = other.ok && (!first.ok || fitness(other.value) > fitness(first.value));
  const counts = fitsBetter && other !== first ? 'code points' : 'utf-16';
  const placed = placeText(raw.sentences, file, counts, problems);
  if (!placed.ok) return placed;
  const { misfits, units } = placed.value;
  if (misfits.length > units.length / 2) {
    const message = 'The words of the rows do not stand at their offsets in the text of the file.';
    return err({ code: 'invalid-file', message, place: { file, line: misfits[0]?.line ?? 1 } });
  }
  for (const { line, form, id } of misfits) {
    const message = `The words of this row, ‘${form.slice(0, 40)}’, do not stand at its offsets; the offsets count.`;
    problems.add('other-words', message, { file, line, id });
  }
  return placed;
}

function fitness({ units, misfits }: PlacedText): number {
  return units.length - 2 * misfits.length;
}
