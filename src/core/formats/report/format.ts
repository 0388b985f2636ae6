import { ok } from '../../result.ts';
import { safeFileName, uniqueNames, withoutTextExtension } from '../file-name.ts';
import type { Format, FormatOption } from '../format.ts';
import { htmlReport } from './write-html.ts';
import { markdownReport } from './write-markdown.ts';

const FORM: FormatOption = {
  id: 'form',
  name: 'Form',
  description:
    'A page shows the words marked in the text; Markdown has tables and the text as it is.',
  choices: [
    { value: 'html', name: 'Pages for the browser (HTML)' },
    { value: 'markdown', name: 'Markdown' },
  ],
  default: 'html',
};

/** Documents with their annotations, for people. */
export const report: Format = {
  id: 'report',
  name: 'Report (HTML or Markdown)',
  description:
    'A page for each document with its annotations, for reading and printing: the text with its marks, and tables of spans, relations, labels and notes of each annotator. It cannot be imported again.',
  extensions: ['html', 'md'],
  unit: 'none',
  versions: 'HTML 5; CommonMark with tables',
  loses: ['schema'],
  options: [FORM],
  recognizes: () => 0,
  write(dataset, options) {
    const isMarkdown = options['form'] === 'markdown';
    const unique = uniqueNames();
    const files = dataset.documents.map((document) => {
      const name = unique(safeFileName(withoutTextExtension(document.name)));
      const parts = () =>
        isMarkdown ? markdownReport(document) : htmlReport(document, dataset.schema);
      return { path: `${name}.${isMarkdown ? 'md' : 'html'}`, parts };
    });
    return ok(files);
  },
};
