import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFigure, openLetter, saveAs } from './fixtures/figures.ts';
import { expect, test, type Workbench } from './fixtures/index.ts';

test.beforeEach(({ workbench, folder }) => openLetter(workbench, folder));

test('the words of an SVG figure have the widths of the font that it holds', async ({
  workbench,
  folder,
}) => {
  const target = join(folder, 'figure.svg');
  await saveAs(workbench, 'SVG', target);
  const svg = await readFile(target, 'utf8');
  const font = /@font-face\{font-family:'Glossator Serif';src:url\(data:[^,]+,([^)]+)\)/u.exec(
    svg,
  )?.[1];
  const words = [...svg.matchAll(/<tspan x="[\d.]+" textLength="([\d.]+)"[^>]*>([\w ]+)</gu)];
  expect(words.length).toBeGreaterThan(5);
  const measured = await workbench.page.evaluate(
    async ([data, all]) => {
      const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const face = new FontFace('From the file', bytes);
      document.fonts.add(await face.load());
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return [];
      context.font = "15px 'From the file'";
      return all.map((each) => context.measureText(each).width);
    },
    [font ?? '', words.map((word) => word[2] ?? '')] as const,
  );
  for (const [i, width] of measured.entries()) expect(width).toBeCloseTo(Number(words[i]?.[1]), 1);
});

test('only what no font of the figure can draw is spoken of, and only then', async ({
  workbench,
}) => {
  const dialog = await openFigure(workbench);
  const sentence = dialog.getByText(/^Some characters are not in the fonts/u);
  await expect(sentence).toBeHidden();
  await dialog.getByText('Whole document', { exact: true }).click();
  await expect(sentence).toBeVisible();
  await dialog.getByText('Noto Sans', { exact: true }).click();
  await expect(dialog.getByRole('img', { name: 'The figure as it will be written' })).toBeVisible();
});

test('a PNG has twice the pixels of the figure', async ({ workbench, folder }) => {
  const target = join(folder, 'figure.png');
  await saveAs(workbench, 'PNG', target);
  const png = await readFile(target);
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1280);
  expect(await inkOf(workbench, png)).toBeGreaterThan(500);
});

/** How many points of a PNG have the colour of text. */
function inkOf({ page }: Workbench, png: Buffer): Promise<number> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const points = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    let count = 0;
    for (let i = 0; i < points.length; i += 4)
      if (points[i] === 0x1a && points[i + 1] === 0x1a && points[i + 2] === 0x1a) count++;
    return count;
  }, png.toString('base64'));
}
