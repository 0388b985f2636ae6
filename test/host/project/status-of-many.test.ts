import { expect, test } from 'vitest';
import { filesBelow, TestWindow, temporaryFolder } from '../workspace.ts';

const COUNT = 60;

async function many() {
  const window = new TestWindow(await temporaryFolder());
  const texts = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`${i}.txt`, 'Ada.']));
  const documentIds = (await window.project(texts)).map(({ id }) => id);
  const mark = () =>
    window.ask('documents.status', { documentIds, status: 'done', job: 'marking' });
  return { window, mark };
}

test('marking many documents tells how far it is', async () => {
  const { window, mark } = await many();
  expect(await mark()).toEqual({ ok: true, value: null });
  const told = window.heard('job.progress').filter(({ job }) => job === 'marking');
  expect(told.at(-1)).toMatchObject({
    done: 3 * COUNT,
    total: 3 * COUNT,
    text: `Mark ${COUNT} documents done`,
  });
  const done = told.map((one) => one.done);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  const summaries = await window.call('project.summaries', null);
  expect(summaries.filter(({ status }) => status === 'done')).toHaveLength(COUNT);
});

test('it can be stopped: nothing was changed then', async () => {
  const { window, mark } = await many();
  const before = await filesBelow(window.path);
  const marking = mark();
  await window.call('job.cancel', { job: 'marking' });
  expect(await marking).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await filesBelow(window.path)).toEqual(before);
  expect((await window.call('project.view', null)).undo.undo?.label).toContain('Import');
  // And it can be done after all.
  expect(await mark()).toEqual({ ok: true, value: null });
});
