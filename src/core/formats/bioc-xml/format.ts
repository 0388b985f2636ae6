import { err, ok, type Result } from '../../result.ts';
import type { BiocCollection } from '../bioc/collection.ts';
import { readCollections } from '../bioc/read-collections.ts';
import { BIOC_OPTIONS, BIOC_READ_OPTIONS, biocLosses } from '../bioc/write-collections.ts';
import type { Dataset } from '../dataset.ts';
import type { Format, FormatError, FormatOptions, SourceFile } from '../format.ts';
import { illegalLosses } from '../gate-xml/illegal-losses.ts';
import { xmlText } from '../xml/xml-text.ts';
import { parseBiocXml } from './parse-bioc-xml.ts';
import { writeBiocXml } from './write-bioc-xml.ts';

/** As much of a file is looked at. */
const HEAD = 8000;

const PROLOG = /^\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+collection\b[^>]*>|\s)*/su;

function recognizes(head: SourceFile): number {
  const text = xmlText(head);
  if (!text.ok) return 0;
  const start = text.value.slice(0, HEAD);
  const inside = start.slice(PROLOG.exec(start)?.[0].length ?? 0);
  if (!/^<collection[\s/>]/u.test(inside)) return 0;
  if (/<!DOCTYPE\s+collection\s+SYSTEM\s+["'][^"']*BioC\.dtd["']/iu.test(start)) return 0.98;
  if (/<passage[\s>]/u.test(inside)) return 0.95;
  return /<(?:source|date|key)[\s/>]/u.test(inside) ? 0.7 : 0;
}

function read(files: readonly SourceFile[], options: FormatOptions): Result<Dataset, FormatError> {
  const collections: { readonly file: SourceFile; readonly collection: BiocCollection }[] = [];
  for (const file of files) {
    if (/\.dtd$/iu.test(file.path)) continue;
    const text = xmlText(file);
    if (!text.ok) return text;
    const collection = parseBiocXml(text.value, file.path);
    if (!collection.ok) return collection;
    const named = { ...file, path: file.path.replace(/\.(?:bioc\.)?xml$/iu, '') };
    collections.push({
      file: collection.value.documents.length > 1 ? named : file,
      collection: collection.value,
    });
  }
  if (collections.length === 0) {
    const message = 'There is no collection among these files.';
    return err({ code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
  }
  return ok(readCollections(collections, options));
}

/** BioC as XML. */
export const biocXml: Format = {
  id: 'bioc-xml',
  name: 'BioC XML',
  description:
    'Documents with passages, sentences, annotations and relations between them: for biomedical corpora and tools in Python, Java and C++. Offsets count Unicode code points, unless chosen otherwise.',
  extensions: ['xml', 'bioc'],
  unit: 'chosen',
  versions: 'BioC 1.0; read also as of version 2 of its DTD, and as INCEpTION writes it',
  loses: ['schema', 'annotators'],
  losses: (dataset) => [...biocLosses(dataset), ...illegalLosses(dataset)],
  options: BIOC_OPTIONS,
  readOptions: BIOC_READ_OPTIONS,
  pieces: { wrapped: { item: 'document', root: 'collection' } },
  recognizes,
  read,
  write: (dataset, options) => ok(writeBiocXml(dataset, options)),
};
