import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePdf, show } from '../host/documents/readers/make-pdf.ts';
import { zip } from '../host/documents/readers/zip.ts';
import { drop } from './fixtures/drop.ts';
import { ImportDialog } from './fixtures/import-dialog.ts';
import { expect, test } from './fixtures/index.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const DOCX = zip({
  '[Content_Types].xml': '<Types/>',
  'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style></w:styles>`,
  'word/document.xml': `<w:document ${W}><w:body><w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>A letter</w:t></w:r></w:p><w:p><w:r><w:t>Dear Anna.</w:t></w:r></w:p></w:body></w:document>`,
});
const PDF = makePdf({
  pages: [
    show([50, 750, 12, 'First page of the report.']),
    'BT /F2 12 Tf 50 700 Td <4F60597D> Tj ET',
    show([50, 750, 12, 'Last page of the report.']),
  ],
});

test('Word files and PDFs are imported, and the outline leads to their titles and pages', async ({
  workbench,
  folder,
}) => {
  const { page } = workbench;
  const files = { 'first.txt': 'The first text.\n', 'letter.docx': DOCX, 'report.pdf': PDF };
  for (const [name, contents] of Object.entries(files))
    await writeFile(join(folder, name), contents);
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(join(folder, 'first.txt'));
  await drop(workbench, join(folder, 'letter.docx'), join(folder, 'report.pdf'));
  const dialog = new ImportDialog(workbench, 'Add documents');
  await expect(dialog.footer).toContainText('2 new documents');
  await dialog.box.getByRole('button', { name: 'Add 2 documents' }).click();
  await expect(dialog.box).toBeHidden();

  const documents = page.getByRole('listbox', { name: 'Documents' });
  const outline = page.getByRole('navigation', { name: 'Outline' });
  for (const [name, words, entries] of [
    ['letter', 'Dear Anna.', ['A letter']],
    ['report', '你好', ['Page 2', 'Page 3']],
  ] as const) {
    await documents.getByRole('option').filter({ hasText: name }).click();
    await expect(workbench.text).toContainText(words);
    await workbench.press('ControlOrMeta+G');
    await expect(outline.getByRole('option')).toHaveText([...entries]);
    await workbench.press('Escape');
  }
});
