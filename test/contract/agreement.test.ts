import { expect, test } from 'vitest';
import type { AgreementRequest } from '#api/calls/agreement.ts';
import { adding, span } from '../host/workspace.ts';
import { lettersOf } from './letters.ts';

const JOB = 'agree-1';

/** One letter that two people tagged: of three names each, two are the same. */
async function tagged() {
  const { window, entry, key } = await lettersOf();
  const commit = (annotatorId: string, ...spans: ReturnType<typeof span>[]) =>
    window.call('annotations.commit', {
      ...{ documentId: entry.id, annotatorId, base: 0 },
      ...{ label: 'Tag', code: 'span.add', change: adding(...spans) },
    });
  await commit(key.annotatorId, span('s1', 0, 3), span('s2', 4, 8, 'Role'), span('s3', 9, 12));
  return { window, entry, me: key.annotatorId };
}

const request = (annotators: string[]): AgreementRequest => ({
  ...{ documents: [], annotators, entityTypes: null, relationTypes: null },
  ...{ rule: 'exact', replicates: 0, level: 0.95, seed: 1 },
});

test('what one alone worked on is nothing to agree on, and is said', async () => {
  const { window, me } = await tagged();
  const report = await window.call('agreement.run', { ...request([me, 'ben-1x2y']), job: JOB });
  expect(report.headline.f1).toBeNull();
  expect(report.documents).toBe(0);
  expect(report.leftOut).toMatchObject([{ what: 'Documents by one annotator only', count: 1 }]);
});

test('fewer than two annotators are refused', async () => {
  const { window, me } = await tagged();
  for (const annotators of [[], [me], [me, me]]) {
    const refused = await window.fail('agreement.run', { ...request(annotators), job: JOB });
    expect(refused).toMatchObject({ code: 'refused' });
  }
});
