import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANNA, BEN, span } from '../workspace.ts';
import { add, choice, contents, job, openAs, twoPlaces } from './merging.ts';

describe('what cannot be merged', () => {
  test('a damaged set is left out and told; the rest is merged', async () => {
    const { here, there, a, b } = await twoPlaces();
    await add(BEN, there, a, span('x', 0, 3));
    await add(BEN, there, b, span('x', 0, 3));
    await writeFile(join(there, 'annotations', a, `${BEN.id}.json`), '{"format":');
    await rm(join(there, 'annotations', a, `${BEN.id}.log`));
    const window = await openAs(ANNA, here);
    const plan = await window.call('merge.apply', { choice: choice(there), job });
    expect(plan.problems).toMatchObject([{ code: 'left-out' }]);
    const { sets } = await contents(window);
    expect(sets[`${b}/${BEN.id}`]).toHaveLength(1);
    expect(sets[`${a}/${BEN.id}`]).toBeUndefined();
  });

  test('nothing, the project itself, no project, and a changed text are refused', async () => {
    const { here, there, a } = await twoPlaces();
    const window = await openAs(ANNA, here);
    const before = await contents(window);
    const fail = async (path: string) => window.fail('merge.apply', { choice: choice(path), job });
    expect(await fail(join(there, 'nowhere'))).toMatchObject({ code: 'not-found' });
    expect(await fail(here)).toMatchObject({ code: 'refused' });
    expect(await fail(join(there, 'documents'))).toMatchObject({ code: 'not-found' });
    expect(await fail(join(there, 'schema.json'))).toMatchObject({ code: 'invalid-file' });
    await add(BEN, there, a, span('x', 0, 3));
    await writeFile(join(there, 'documents', a, 'text.txt'), 'Changed.');
    const plan = await window.call('merge.apply', { choice: choice(there), job });
    expect(plan.problems.length).toBeGreaterThan(0);
    expect(await contents(window)).toEqual(before);
  });
});
