import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { SaxesParser } from 'saxes';
import { FONT, openFigure, openLetter, saveAs, withoutFonts } from './fixtures/figures.ts';
import { expect, test } from './fixtures/index.ts';

test.beforeEach(({ workbench, folder }) => openLetter(workbench, folder));

/** All words of an XML file. @throws where it is not well-formed. */
function wordsOf(xml: string): string {
  const parser = new SaxesParser();
  let words = '';
  parser.on('text', (text) => {
    words += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return words;
}

test('an SVG figure of the paragraph is well-formed, whole, and needs nothing else', async ({
  workbench,
  folder,
}) => {
  const target = join(folder, 'figure.svg');
  await saveAs(workbench, 'SVG', target);
  const svg = await readFile(target, 'utf8');
  const words = wordsOf(svg);
  expect(words).toContain('Ada Lovelace met <Charles> Babbage in London & liked it.');
  expect(words).not.toContain('said Ada');
  for (const name of ['Person', 'Location', 'located in']) expect(words).toContain(name);
  expect(withoutFonts(svg).replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|href|url\(|<script/u,
  );
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a figure of the whole document has the right-to-left line at the right', async ({
  workbench,
  folder,
}) => {
  const target = join(folder, 'figure.svg');
  const dialog = await openFigure(workbench);
  await dialog.getByText('Whole document', { exact: true }).click();
  await workbench.press('Escape');
  await saveAs(workbench, 'SVG', target);
  const svg = await readFile(target, 'utf8');
  expect(wordsOf(svg)).toContain('שלום');
  const x = Number(
    /<text xml:space="preserve" x="([\d.]+)"[^>]*direction="rtl"[^>]*>שלום/u.exec(svg)?.[1],
  );
  expect(x).toBeCloseTo(640 - 8, 0);
});

test('types and relations can be left out', async ({ workbench, folder }) => {
  const target = join(folder, 'figure.svg');
  const dialog = await openFigure(workbench);
  await dialog.getByLabel('Location').uncheck();
  await dialog.getByLabel('Relations').uncheck();
  await workbench.press('Escape');
  await saveAs(workbench, 'SVG', target);
  const words = wordsOf(await readFile(target, 'utf8'));
  expect(words).toContain('Person');
  expect(words).not.toContain('Location');
  expect(words).not.toContain('located in');
});

test('an HTML page has the drawing, and words that can be selected', async ({
  workbench,
  folder,
}) => {
  const target = join(folder, 'figure.html');
  await saveAs(workbench, 'HTML', target);
  const html = await readFile(target, 'utf8');
  expect(html).toContain('<svg ');
  // Of each family the Latin part, once for the drawing and the words below it.
  expect([...html.matchAll(FONT)].length).toBe(2);
  expect(html).toMatch(/<mark class="t\d+ l0 b" data-type="Person">Ada Lovelace<\/mark>/u);
  expect(html).toContain('&#60;Charles&#62;');
  expect(html).not.toContain('<script');
  expect(withoutFonts(html).replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|src=/u,
  );
});

test('the document is saved as PDF, with its words', async ({ workbench, folder }) => {
  const { page } = workbench;
  const target = join(folder, 'letter.pdf');
  await workbench.answerDialogs({ save: target });
  await workbench.press('ControlOrMeta+P');
  const dialog = page.getByRole('dialog', { name: 'Print or save as PDF' });
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(page.getByText(`The document was written to ${target}.`)).toBeVisible();
  const pdf = await readFile(target);
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  expect(pdf.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
  expect(workbench.app.windows().length).toBe(1);
});

test('the words of a PDF can be found by other programs', async ({ workbench, folder }) => {
  test.skip(!hasPdfToText(), 'pdftotext is not installed here');
  const target = join(folder, 'letter.pdf');
  await workbench.answerDialogs({ save: target });
  await workbench.press('ControlOrMeta+P');
  await workbench.page.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(workbench.page.getByText(/^The document was written/u)).toBeVisible();
  const words = execFileSync('pdftotext', [target, '-'], { encoding: 'utf8' });
  expect(words).toContain('Ada Lovelace');
  expect(words).toContain('located in');
});

function hasPdfToText(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a place that nobody chose is refused, for figures and for prints', async ({
  workbench,
  folder,
}) => {
  const target = join(folder, '..', 'glossator-nobody-chose-this.svg');
  const codes = await workbench.page.evaluate(async (path) => {
    const bridge = (
      window as unknown as { glossator: { call(m: string, a: unknown): Promise<string> } }
    ).glossator;
    const figure = { format: 'svg', data: '<svg/>', target: path, overwrite: true };
    const print = { html: '<p>x</p>', target: path, paper: 'A4', isLandscape: false };
    const ask = async (method: string, args: unknown) =>
      JSON.parse(await bridge.call(method, args));
    return Promise.all([ask('export.figure', figure), ask('app.print', print)]);
  }, target);
  for (const answer of codes)
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
});

test('the dialogs keep to WCAG AA', async ({ workbench }) => {
  const { page } = workbench;
  const faults = async () => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode()
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`);
  };
  await openFigure(workbench);
  expect(await faults()).toEqual([]);
  await workbench.press('Escape', 'ControlOrMeta+P');
  await expect(page.getByRole('dialog', { name: 'Print or save as PDF' })).toBeVisible();
  expect(await faults()).toEqual([]);
});

test('what a page to be printed brings along is neither run nor fetched', async ({
  workbench,
  folder,
}) => {
  const target = join(folder, 'sealed.pdf');
  await workbench.answerDialogs({ save: target });
  await workbench.app.evaluate(({ session }) => {
    const state = globalThis as unknown as { asked: string[] };
    state.asked = [];
    session.fromPartition('print').webRequest.onCompleted(({ url }) => state.asked.push(url));
  });
  const answer = await workbench.page.evaluate(async () => {
    const bridge = (
      window as unknown as {
        glossator: { call(m: string, a: unknown): Promise<string> };
      }
    ).glossator;
    const chosen = JSON.parse(await bridge.call('app.choose', { purpose: 'save-pdf' }));
    const html = `<!doctype html><style>p{color:red}</style><p>Here</p>
      <img src="http://127.0.0.1:9/a.png"><img src="file:///etc/hostname">
      <iframe src="glossator://app/index.html"></iframe>
      <script>document.title = 'ran'; location.href = 'http://127.0.0.1:9/b'</script>`;
    const args = { html, target: chosen.value[0], paper: 'A4', isLandscape: true };
    return JSON.parse(await bridge.call('app.print', args));
  });
  expect(answer).toMatchObject({ ok: true });
  expect((await readFile(target)).toString('latin1', 0, 5)).toBe('%PDF-');
  const asked = await workbench.app.evaluate(
    () => (globalThis as unknown as { asked: string[] }).asked,
  );
  expect(asked.map((url) => url.replace(/[0-9a-f]{24}$/u, '…'))).toEqual([
    'glossator://app/print-…',
  ]);
});

test('a print that is stopped writes nothing', async ({ workbench, folder }) => {
  const { page } = workbench;
  const book = join(folder, 'book.txt');
  await writeFile(
    book,
    'It went on and on, and nobody knew when it would ever end.\n'.repeat(40_000),
  );
  await workbench.openFiles(book);
  await page.getByRole('option', { name: /book/u }).click();
  await expect(page.getByRole('textbox', { name: 'Text of book' })).toBeVisible();
  const target = join(folder, 'book.pdf');
  await workbench.answerDialogs({ save: target });
  await workbench.press('ControlOrMeta+P');
  const dialog = page.getByRole('dialog', { name: 'Print or save as PDF' });
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog.getByRole('status')).toContainText(/^Laying out about/u);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByRole('button', { name: 'Save as PDF…' })).toBeVisible();
  expect(await readdir(folder)).not.toContain('book.pdf');
  expect(workbench.app.windows().length).toBe(1);
});
