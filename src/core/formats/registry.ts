import { bdoc } from './bdoc/format.ts';
import { biocJson } from './bioc-json/format.ts';
import { biocXml } from './bioc-xml/format.ts';
import { brat } from './brat/format.ts';
import { conll2002 } from './conll-2002/format.ts';
import { conll2003 } from './conll-2003/format.ts';
import { conll2012 } from './conll-2012/format.ts';
import { conllU } from './conll-u/format.ts';
import { conll04 } from './conll04/format.ts';
import { csvTables } from './csv-tables/format.ts';
import { docbin } from './docbin/format.ts';
import { doccano } from './doccano/format.ts';
import { docred } from './docred/format.ts';
import type { Format, SourceFile } from './format.ts';
import { gateXml } from './gate-xml/format.ts';
import { glossatorJson } from './glossator-json/format.ts';
import { glossatorJsonl } from './glossator-jsonl/format.ts';
import { hfDatasets } from './hf-datasets/format.ts';
import { iob } from './iob/format.ts';
import { labelStudio } from './label-studio/format.ts';
import { mae } from './mae/format.ts';
import { prodigy } from './prodigy/format.ts';
import { pubtator } from './pubtator/format.ts';
import { recogito } from './recogito/format.ts';
import { refiQda } from './refi-qda/format.ts';
import { report } from './report/format.ts';
import { scierc } from './scierc/format.ts';
import { spacyJsonl } from './spacy-jsonl/format.ts';
import { tei } from './tei/format.ts';
import { uimaJson } from './uima-json/format.ts';
import { uimaXmi } from './uima-xmi/format.ts';
import { webAnnotation } from './web-annotation/format.ts';
import { webannoTsv } from './webanno-tsv/format.ts';

/** Every format, in the order in which people see them. */
export const FORMATS: readonly Format[] = [
  glossatorJson,
  glossatorJsonl,
  csvTables,
  brat,
  doccano,
  labelStudio,
  prodigy,
  spacyJsonl,
  docbin,
  conll2003,
  conll2002,
  conllU,
  conll2012,
  iob,
  scierc,
  docred,
  conll04,
  webAnnotation,
  recogito,
  refiQda,
  pubtator,
  biocJson,
  biocXml,
  bdoc,
  gateXml,
  mae,
  tei,
  webannoTsv,
  uimaXmi,
  uimaJson,
  hfDatasets,
  report,
];

/** The format of that id. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/** How sure one must be before a file is taken for a format unasked. */
const ENOUGH = 0.5;

/** Formats that could read the file, likeliest first; those of equal likelihood by extension, then in list order. */
export function recognize(
  head: SourceFile,
): readonly { readonly format: Format; readonly confidence: number }[] {
  const extension = head.path.split('.').at(-1)?.toLowerCase() ?? '';
  return FORMATS.filter((format) => format.read !== undefined)
    .map((format) => ({ format, confidence: format.recognizes(head) }))
    .filter(({ confidence }) => confidence > 0)
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        Number(b.format.extensions.includes(extension)) -
          Number(a.format.extensions.includes(extension)),
    );
}

/** The format that the file is most likely of; `undefined` where none is likely enough. */
export function formatOf(head: SourceFile): Format | undefined {
  const [best] = recognize(head);
  return best && best.confidence >= ENOUGH ? best.format : undefined;
}
