import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';
import { placeOfWords } from './fixtures/place-of-words.ts';

test('after Alt was held to select characters, the next key is still the text’s', async ({
  workbench,
  folder,
}) => {
  const { app, page } = workbench;
  await writeFile(join(folder, 'letter.txt'), 'Ada wrote to Charles.\n');
  await workbench.giveName('Ada');
  await workbench.createProjectFrom(join(folder, 'letter.txt'));
  const [from, to] = await placeOfWords(page, 'harl');
  // As from the system: Playwright's own events never get as far as the menu bar.
  const { isFocused } = await app.evaluate(
    async ({ BrowserWindow }, { from, to }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const modifiers: ('alt' | 'leftbuttondown')[] = ['alt', 'leftbuttondown'];
      const at = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) });
      const press = { button: 'left' as const, clickCount: 1, modifiers };
      contents?.sendInputEvent({ type: 'keyDown', keyCode: 'Alt', modifiers: ['alt'] });
      contents?.sendInputEvent({ type: 'mouseDown', ...at(from), ...press });
      contents?.sendInputEvent({ type: 'mouseMove', ...at(to), ...press });
      contents?.sendInputEvent({ type: 'mouseUp', ...at(to), ...press });
      contents?.sendInputEvent({ type: 'keyUp', keyCode: 'Alt' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { isFocused: contents?.isFocused() };
    },
    { from, to },
  );
  expect(isFocused).toBe(true);
  await workbench.press('p');
  await expect(workbench.span('Person: harl')).toBeVisible();
});
