import { expect, test } from 'vitest';
import { ANNA, filesBelow, TestWindow, temporaryFolder } from '../host/workspace.ts';

test('the sample project is copied once, opens without a problem, and its sets can be read', async () => {
  const window = new TestWindow(await temporaryFolder());
  const opened = await window.call('project.sample', null);
  if (opened.state !== 'open') throw new Error('locked');
  const { path, documents, readOnly, problems, recovered } = opened.project;
  expect({ readOnly, problems, recovered }).toEqual({ readOnly: null, problems: [], recovered: 0 });
  expect(documents.length).toBeGreaterThan(0);
  await window.host.session()?.listSets();
  const summaries = await window.call('project.summaries', null);
  expect(new Set(summaries.map(({ annotatorId }) => annotatorId)).size).toBeGreaterThan(1);
  for (const { documentId, annotatorId, spans } of summaries) {
    const read = await window.call('annotations.read', { documentId, annotatorId });
    expect(read.problems).toEqual([]);
    expect(read.records.filter(({ kind }) => kind === 'span')).toHaveLength(spans);
  }
  await window.call('documents.rename', { documentId: documents[0]?.id ?? '', name: 'Mine now' });
  await window.call('project.close', null);
  expect((await filesBelow(path)).filter((name) => name.includes('lock'))).toEqual([]);

  const again = await window.call('project.sample', null);
  expect(again.state === 'open' && again.project.documents[0]?.name).toBe('Mine now');
  expect(again.state === 'open' && again.project.annotators).toContainEqual(ANNA);
});
