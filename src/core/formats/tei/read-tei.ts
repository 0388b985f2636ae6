import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { documentNames } from '../json/json-documents.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { xmlText } from '../xml/xml-text.ts';
import { readText } from './read-text.ts';
import { teiDocuments } from './tei-documents.ts';

/** Id of the format. */
export const TEI = 'tei';

/** Reads TEI files: a document for each text, also of those in a corpus. */
export function readTei(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    const source = xmlText(file);
    if (!source.ok) return source;
    const parsed = parseXml(source.value, file.path, { doctype: 'reference' });
    if (!parsed.ok) return parsed;
    const all = teiDocuments(parsed.value);
    if (all.length === 0) {
      const { name, line } = parsed.value;
      const message = `This is no TEI: it begins with <${name}>, not with <TEI> or <teiCorpus>.`;
      return err({ code: 'invalid-file', message, place: { file: file.path, line } });
    }
    for (const [i, { title, isOwn, text, standOffs }] of all.entries()) {
      if (!text) {
        const message = 'A TEI element has no text; it was left out.';
        problems.add('no-text', message, { file: file.path });
        continue;
      }
      const {
        problems: found,
        records,
        tokens,
        sentences,
        text: words,
      } = readText(text, standOffs);
      for (const { code, message, line, id } of found) {
        problems.add(code, message, { file: file.path, line, ...(id === undefined ? {} : { id }) });
      }
      const shown = isOwn ? title : title.replace(/\s+/gu, ' ').trim();
      const path = file.path.replace(/(?:\.tei)?\.(?:xml|tei)$/iu, '');
      documents.push({
        ...nameOf({ path, text: '' }, i, all.length, isOwn || all.length > 1 ? shown : undefined),
        text: words,
        sets: [{ annotator: IMPORTED, records }],
        ...(tokens.length > 0 ? { tokens } : {}),
        ...(sentences.length > 0 ? { sentences } : {}),
        ...(shown !== '' && !isOwn ? { metadata: { title: shown } } : {}),
        files: [file.path],
        carried: { format: TEI, data: { raw: all.length === 1 ? source.value : '', reading: TEI } },
      });
    }
  }
  if (documents.length === 0) {
    const message = 'There is no text in these files.';
    return err({ code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}
