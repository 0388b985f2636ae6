import { expect, test } from 'vitest';
import { EVERY_DIFFERENCE } from '#core/review/difference-filter.ts';
import { TestWindow, temporaryFolder } from '../host/workspace.ts';

const MIRA = 'mira-7k2p';
const JONAS = 'jonas-x4nd';

async function sample() {
  const window = new TestWindow(await temporaryFolder());
  await window.call('project.sample', null);
  const ask = (filter = {}, annotators = [MIRA, JONAS], documents: string[] = []) =>
    window.call('review.differences', {
      ...{ documents, annotators, job: 'compare-1' },
      filter: { ...EVERY_DIFFERENCE, ...filter },
    });
  return { window, ask };
}

test('differences come in the order of the documents, are counted by all that they have, and are filtered', async () => {
  const { ask } = await sample();
  const { differences, counts, documents, alone } = await ask();
  expect({ documents, alone }).toEqual({ documents: 2, alone: 1 });
  expect(counts.all).toBe(differences.length);
  expect([...new Set(differences.map(({ document }) => document))]).toEqual([
    'harbour-pact',
    'ridge-festival',
  ]);
  const calder = differences.find(({ takes }) => takes.some(({ id }) => id === 'm1'));
  expect(calder).toMatchObject({
    ...{ kinds: ['type', 'attributes'], types: ['Location', 'Organization'] },
    ...{ place: { start: 0, end: 6 }, apart: [MIRA, JONAS] },
  });
  expect(calder?.sentence).toMatch(/^Mira Solberg: Location; Jonas Adeyemi: Organization\./u);

  for (const [kind, count] of counts.kinds) {
    const some = await ask({ kind });
    expect(some.counts.shown).toBe(count);
    expect(some.differences.every(({ kinds }) => kinds.includes(kind as 'type'))).toBe(true);
    expect(some.counts.all).toBe(counts.all);
  }
});

test('the first annotator is the reference: what the other has more is extra, the other way round missing', async () => {
  const { ask } = await sample();
  const one = new Map((await ask()).counts.kinds);
  const other = new Map((await ask({}, [JONAS, MIRA])).counts.kinds);
  expect(one.get('extra')).toBe(other.get('missing'));
  expect(one.get('missing')).toBe(other.get('extra'));
  expect(one.get('type')).toBe(other.get('type'));
});

test('an excerpt shows what all of them marked around a record, and what became of a relation’s ends', async () => {
  const { window, ask } = await sample();
  const excerptOf = (annotator: string, id: string, around = 100) => ({
    ...{ document: 'harbour-pact', annotators: [MIRA, JONAS], around, reading: 'compare-1' },
    record: { annotator, id },
  });
  const { parts, spans, line } = await window.call('review.excerpt', excerptOf(MIRA, 'm1'));
  expect(line).toBe(1);
  expect(parts).toHaveLength(1);
  expect(parts[0]?.text).toMatch(/^Calder/u);
  const [chosen] = spans.filter(({ isChosen }) => isChosen);
  expect(chosen?.takes.map(({ annotator, type }) => [annotator, type])).toEqual([
    [MIRA, 'Location'],
    [JONAS, 'Organization'],
  ]);
  const { differences } = await ask({ document: 'harbour-pact' });
  const relation = differences.find(({ about }) => about === 'relation')?.takes[0];
  const shown = await window.call(
    'review.excerpt',
    excerptOf(relation?.annotator ?? '', relation?.id ?? ''),
  );
  expect(shown.relations.filter(({ isChosen }) => isChosen)).toHaveLength(1);
  expect(shown.spans.filter(({ isChosen }) => isChosen).length).toBeGreaterThan(0);

  const gone = await window.fail('review.excerpt', excerptOf(MIRA, 'nothing'));
  expect(gone).toMatchObject({ code: 'not-found' });
});

test('fewer than two annotators are refused', async () => {
  const { window } = await sample();
  for (const annotators of [[], [MIRA], [MIRA, MIRA]]) {
    const refused = await window.fail('review.differences', {
      ...{ documents: [], annotators, filter: EVERY_DIFFERENCE, job: 'compare-1' },
    });
    expect(refused).toMatchObject({ code: 'refused' });
  }
});
