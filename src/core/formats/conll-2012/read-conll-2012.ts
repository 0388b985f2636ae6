import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Span } from '../../model/span.ts';
import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { rangeOfTokens } from '../tokens/align.ts';
import { type ChainLinks, chainLinks, withChains } from '../tokens/chains.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { decodeName } from '../tokens/names.ts';
import { baseName, datasetName, newDocumentIds } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { MENTION, typeAndChain } from './mention-names.ts';
import { BEGIN, isRow, type ParsedDocument, parseDocument } from './parse-document.ts';

export const CONLL_2012 = 'conll-2012';

interface Piece {
  readonly source: string;
  readonly firstLine: number;
  readonly document: string;
  readonly part: string;
}

/** Reads names and chains of mentions; all other columns are carried. */
export function readConll2012(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const newId = newDocumentIds();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    const invalid = (message: string, line?: number) =>
      err({
        code: 'invalid-file' as const,
        message,
        place: { file: file.path, ...(line === undefined ? {} : { line }) },
      });
    if (!('text' in file)) return invalid('This file is not text.');
    const pieces = piecesOf(withoutMark(file.text));
    if (typeof pieces === 'number') {
      return invalid(
        'A row stands before ‘#begin document’; in CoNLL-2012 all are in a document.',
        pieces,
      );
    }
    if (pieces.length === 0) return invalid('There is no line ‘#begin document’.', 1);
    const counts = new Map<string, number>();
    for (const { document } of pieces) counts.set(document, (counts.get(document) ?? 0) + 1);
    for (const { source, firstLine, document, part } of pieces) {
      const parsed = parseDocument(source, firstLine);
      if (!('text' in parsed)) return invalid(parsed.message, parsed.line);
      for (const { code, message, line } of parsed.oddities) {
        problems.add(code, message, { file: file.path, line });
      }
      const known = document === '' ? baseName(file) : document;
      const name = (counts.get(document) ?? 0) > 1 ? `${known} part ${part}` : known;
      documents.push({
        id: newId(name),
        name,
        text: parsed.text,
        sets: [{ annotator: IMPORTED, records: recordsOf(parsed, chainLinks(options)) }],
        tokens: parsed.builder.tokens,
        sentences: parsed.builder.sentences,
        metadata: { document: known, ...(part === '' ? {} : { part }) },
        carried: { format: CONLL_2012, data: { source } },
      });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}

/** Names and mentions; a mention on the very words of a name is that name. */
function recordsOf(parsed: ParsedDocument, links: ChainLinks): readonly AnnotationRecord[] {
  const spans: { from: number; to: number; type: string; chain: string | null }[] = [];
  const free = new Map<string, number[]>();
  for (const { from, to, name } of parsed.names) {
    const key = `${from} ${to}`;
    free.set(key, [...(free.get(key) ?? []), spans.length]);
    spans.push({ from, to, type: name, chain: null });
  }
  for (const { from, to, name } of parsed.mentions) {
    const { type, chain } = typeAndChain(name, parsed.hasTypedMentions);
    const same = spans[free.get(`${from} ${to}`)?.shift() ?? -1];
    if (same) same.chain = chain;
    else spans.push({ from, to, type: type ?? MENTION, chain });
  }
  spans.sort((a, b) => a.from - b.from || b.to - a.to);
  const made = spans.map(
    ({ from, to, type }, i): Span => ({
      kind: 'span',
      id: `s${i + 1}`,
      type,
      ranges: [rangeOfTokens(parsed.builder.tokens, { from, to })],
      attributes: {},
      note: '',
    }),
  );
  return withChains(
    made,
    spans.map(({ chain }) => chain),
    links,
  );
}

/** Cuts a file into documents; the line of a row that is in none, if there is one. */
function piecesOf(source: string): readonly Piece[] | number {
  const pieces: Piece[] = [];
  let open: Omit<Piece, 'source'> | null = null;
  let from = 0;
  for (const { text, number, start } of linesIn(source)) {
    const rest = BEGIN.exec(text)?.groups?.['rest'];
    if (rest === undefined) {
      if (open === null && isRow(text)) return number;
      continue;
    }
    if (open) {
      pieces.push({ ...open, source: source.slice(from, start) });
      from = start;
    }
    const stated = /^\((?<id>.*)\);(?:[ \t]*part[ \t]*(?<part>\S+))?[ \t]*$/u.exec(rest)?.groups;
    const firstLine = pieces.length === 0 ? 1 : number;
    const document = decodeName(stated?.['id'] ?? rest.trim());
    open = { firstLine, document, part: stated?.['part'] ?? '' };
  }
  if (open) pieces.push({ ...open, source: source.slice(from) });
  return pieces;
}
