import { zip } from './zip.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const sheetXml = (rows: string) =>
  `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;

interface XlsxParts {
  /** Rows of each sheet, as XML. */
  readonly sheets: Readonly<Record<string, string>>;
  /** The `si` elements. */
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
}

/** A small workbook; the first sheet may be hidden by a name that begins with `-`. */
export function makeXlsx({
  sheets,
  strings = '',
  styles = '',
  workbookPr = '',
}: XlsxParts): Uint8Array {
  const names = Object.keys(sheets);
  const entries = names.map(
    (name, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${name.startsWith('-') ? ' state="hidden"' : ''}/>`,
  );
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`;
  const relations = [
    ...names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml'),
    relation('rIdT', 'styles', 'styles.xml'),
  ];
  const xmlns = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships ${xmlns}>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${REL}"><workbookPr ${workbookPr}/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${xmlns}>${relations.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheets[name] ?? '')]),
    ),
  });
}
