import { markedText } from '../../figure/marked-text.ts';
import { escapeXml, printable } from '../../figure/printable.ts';
import { REPORT_STYLE, typeRules } from '../../figure/report-style.ts';
import type { Schema } from '../../model/schema.ts';
import type { DatasetDocument } from '../dataset.ts';
import { type ReportSection, type ReportTable, sectionsOf } from './sections.ts';

const POLICY = `default-src 'none'; style-src 'unsafe-inline'`;

const STYLE = `
body{font-family:Georgia,'Noto Serif',serif;font-size:16px;--label:system-ui,sans-serif}
h2{border-top:1px solid #bbb;padding-top:1em}
header+h2{border-top:0;padding-top:0}
h3{font-size:1em;margin:1.5em 0 .4em;break-after:avoid}
table{border-collapse:collapse;width:100%;font:13px/1.45 var(--label)}
caption{text-align:start;font-weight:600;margin:1.2em 0 .3em}
th,td{border:1px solid #ccc;padding:.25em .5em;text-align:start;vertical-align:top;white-space:pre-line}
th{background:#f3f3f3}
tr{break-inside:avoid}
`;

/** A document with all that was said of it, as a page of HTML that loads nothing. All words are escaped. */
export function* htmlReport(document: DatasetDocument, schema: Schema): Generator<string> {
  const { name } = document;
  yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">';
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  yield `<title>${safe(name)}</title><style>${REPORT_STYLE}${typeRules(schema)}${STYLE}</style></head>\n`;
  yield `<body><header><h1 dir="auto">${safe(name)}</h1></header>\n`;
  const sections = sectionsOf(document);
  for (const section of sections) yield* sectionHtml(document, section, schema);
  if (sections.length === 0) {
    yield '<p>Nobody has annotated this document.</p>\n';
    yield* textHtml(document, [], schema);
  }
  yield '</body></html>\n';
}

function* sectionHtml(
  document: DatasetDocument,
  { annotator, status, note, tables, spans }: ReportSection,
  schema: Schema,
): Generator<string> {
  yield `<h2 dir="auto">${safe(annotator)}</h2>\n`;
  if (status !== '') yield `<p>Status: ${safe(status)}</p>\n`;
  if (note !== '')
    yield `<h3>Note</h3><p dir="auto" style="white-space:pre-line">${safe(note)}</p>\n`;
  yield* textHtml(document, spans, schema);
  for (const table of tables) yield* tableHtml(table);
}

function* textHtml(
  { text }: DatasetDocument,
  spans: ReportSection['spans'],
  schema: Schema,
): Generator<string> {
  const numbers = new Map(spans.map(({ id }, i) => [id, i + 1]));
  const range = { start: 0, end: text.length };
  yield '<h3>Text</h3><main class="chips">\n';
  yield* markedText(
    { text, range, spans, schema },
    ({ id }) => `<sup>\u2009${numbers.get(id) ?? ''}</sup>`,
  );
  yield '</main>\n';
}

function* tableHtml({ title, columns, rows }: ReportTable): Generator<string> {
  const head = columns.map((column) => `<th scope="col">${safe(column)}</th>`).join('');
  yield `<table><caption>${safe(title)} (${rows.length})</caption><thead><tr>${head}</tr></thead><tbody>\n`;
  for (const row of rows) {
    yield `<tr>${row.map((cell) => `<td dir="auto">${safe(cell)}</td>`).join('')}</tr>\n`;
  }
  yield '</tbody></table>\n';
}

/** Words as nothing but words; lines of notes stay lines. */
function safe(words: string): string {
  return words
    .split(/\r\n?|\n/u)
    .map((line) => escapeXml(printable(line)))
    .join('\n');
}
