import { printable } from '../../figure/printable.ts';
import type { DatasetDocument } from '../dataset.ts';
import { type ReportSection, type ReportTable, sectionsOf } from './sections.ts';

/** A document with all that was said of it, in Markdown (CommonMark with tables). All words are escaped. */
export function* markdownReport(document: DatasetDocument): Generator<string> {
  yield `# ${safe(document.name)}\n\n`;
  const sections = sectionsOf(document);
  if (sections.length === 0) yield 'Nobody has annotated this document.\n\n';
  for (const section of sections) yield* sectionMarkdown(section);
  yield `## Text\n\n${fenced(document.text)}\n`;
}

function* sectionMarkdown({ annotator, status, note, tables }: ReportSection): Generator<string> {
  yield `## ${safe(annotator)}\n\n`;
  if (status !== '') yield `Status: ${safe(status)}\n\n`;
  if (note !== '') yield `Note: ${cell(note)}\n\n`;
  for (const table of tables) yield* tableMarkdown(table);
}

function* tableMarkdown({ title, columns, rows }: ReportTable): Generator<string> {
  yield `### ${safe(title)} (${rows.length})\n\n`;
  yield `| ${columns.map(safe).join(' | ')} |\n|${columns.map(() => ' --- |').join('')}\n`;
  for (const row of rows) yield `| ${row.map(cell).join(' | ')} |\n`;
  yield '\n';
}

/** Words of several lines in one line of Markdown. */
function cell(words: string): string {
  return words
    .split(/\r\n?|\n/u)
    .map(safe)
    .join('<br>');
}

/** Words as nothing but words, within a line: signs that could mean something have a backslash before them. */
function safe(words: string): string {
  return printable(words)
    .replace(/[\\`*_{}[\]<>#!|~&$^]/gu, '\\$&')
    .replace(/^\u2003+|\u2003/gu, ' ')
    .trim();
}

/** The text as it is, between fences longer than any in it. */
function fenced(text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/gu)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${fence}\n`;
}
