import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Span } from '../../model/span.ts';
import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { type ChainLinks, chainLinks, withChains } from '../tokens/chains.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { baseName, datasetName, newDocumentIds } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { type CarriedConllu, CONLL_U } from './carried.ts';
import { nameStyleOf } from './name-style.ts';
import { type Mention, parseDocument } from './parse-document.ts';

/** A document's part of a file. */
interface Piece {
  readonly source: string;
  readonly firstLine: number;
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Reads CoNLL-U: text, tokens, sentences, and the names in MISC. All else is carried as it is, so that it
 * can be written again.
 */
export function readConllu(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const newId = newDocumentIds();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    const source = withoutMark(file.text);
    const style = nameStyleOf(source);
    const pieces = piecesOf(source);
    for (const [index, piece] of pieces.entries()) {
      const parsed = parseDocument(piece.source, style, piece.firstLine);
      if (!('text' in parsed)) {
        const { message, line } = parsed;
        return err({ code: 'invalid-file', message, place: { file: file.path, line } });
      }
      for (const { code, message, line } of parsed.oddities) {
        problems.add(code, message, { file: file.path, line });
      }
      const numbered = pieces.length > 1 ? `${baseName(file)} ${index + 1}` : baseName(file);
      const name = piece.name === '' ? numbered : piece.name;
      const { text, tokens, sentences, mentions } = parsed;
      const records = recordsOf(mentions, chainLinks(options));
      const data: CarriedConllu = { source: piece.source, names: style ?? { kind: 'none' } };
      documents.push({
        id: newId(name),
        name,
        text,
        sets: [{ annotator: IMPORTED, records }],
        tokens,
        sentences,
        ...(Object.keys(piece.metadata).length > 0 ? { metadata: piece.metadata } : {}),
        carried: { format: CONLL_U, data },
      });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}

function recordsOf(mentions: readonly Mention[], links: ChainLinks): readonly AnnotationRecord[] {
  const spans = mentions.map(
    ({ type, ranges }, i): Span => ({
      kind: 'span',
      id: `s${i + 1}`,
      type,
      ranges,
      attributes: {},
      note: '',
    }),
  );
  return withChains(
    spans,
    mentions.map(({ eid }) => eid),
    links,
  );
}

/** Cuts a file where a document begins: before the comments of the sentence that says `# newdoc`. */
function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [from, firstLine] = [0, 1];
  let [blockStart, blockLine] = [0, 1];
  let hasRows = false;
  let [isBegun, name] = [false, ''];
  let metadata: Record<string, string> = {};
  let blockMetadata: Record<string, string> = {};
  const close = (to: number) => {
    pieces.push({ source: source.slice(from, to), firstLine, name, metadata });
  };
  for (const { text, number, start, lineBreak } of linesIn(source)) {
    if (/^[ \t]*$/u.test(text)) {
      [blockStart, blockLine, hasRows] = [
        start + text.length + lineBreak.length,
        number + 1,
        false,
      ];
      blockMetadata = {};
    } else if (!text.startsWith('#')) {
      if (!hasRows) Object.assign(metadata, blockMetadata);
      hasRows = true;
      isBegun = true;
    } else if (!hasRows) {
      const meta = /^#[ \t]*meta::(?<key>[^=]*?)[ \t]*=[ \t]*(?<value>.*)$/u.exec(text)?.groups;
      if (meta?.['key'] && meta['key'] !== '__proto__')
        blockMetadata[meta['key']] = meta['value'] ?? '';
      const begins = /^#[ \t]*newdoc(?![^ \t])[ \t]*(?:id[ \t]*=[ \t]*(?<id>.*))?$/u.exec(text);
      if (begins && isBegun) {
        close(blockStart);
        [from, firstLine, metadata] = [blockStart, blockLine, {}];
      }
      if (begins) [name, isBegun] = [begins.groups?.['id']?.trim() ?? '', true];
    }
  }
  close(source.length);
  return pieces;
}
