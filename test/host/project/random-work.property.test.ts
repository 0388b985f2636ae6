import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from '#core/edit/diff.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { ANNA, span, TestWindow, temporaryFolder } from '../workspace.ts';

type Records = ReadonlyMap<string, AnnotationRecord>;

const TEXT = 'Ada 😀 met Ben in Rome.\r\n'.repeat(8);

const EDITS = ['add', 'note', 'remove'] as const;
const OTHERS = ['restart', 'crash', 'status', 'undo action', 'restore'] as const;

/** What is done, and a number that picks what it is done to. */
const action = fc.record({
  do: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...EDITS) },
    { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...OTHERS) },
  ),
  at: fc.nat(),
});

/**
 * What a person expects: a list of states to go back and forth in, and statuses beside it. `states`
 * holds all that ever were, by revision.
 */
class Model {
  states: Records[] = [new Map()];
  done: Records[] = [];
  undone: Records[] = [];
  statuses: string[] = [];
  /** Indices of states during which a status was given. */
  readonly withStatus = new Set<number>();

  get now(): Records {
    return this.states.at(-1) ?? new Map();
  }

  /** Spans alone: statuses come and go by actions of the project, which the set's undo leaves alone. */
  edit(next: Records): void {
    this.done.push(this.now);
    this.undone = [];
    this.states.push(next);
  }
}

/** What the edit makes of the spans; `undefined` where it makes nothing. */
function edited(now: Records, what: string, at: number, n: number): Records | undefined {
  const next = new Map(now);
  const old = [...now.values()][now.size === 0 ? 0 : at % now.size];
  if (what === 'add') {
    const start = 25 * (at % 8);
    next.set(`s${n}`, span(`s${n}`, start, start + 1 + (at % 3)));
  } else if (old?.kind === 'span') {
    if (what === 'remove') next.delete(old.id);
    else next.set(old.id, { ...old, note: `note ${n}` });
  } else return undefined;
  return next;
}

test('whatever is done, in whatever order, the set is what a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 50, maxLength: 50 }), async (actions) => {
      let window = new TestWindow(await temporaryFolder());
      const [entry] = await window.project({ 'a.txt': TEXT });
      const { folder, path } = window;
      const key = { documentId: entry?.id ?? '', annotatorId: ANNA.id };
      const model = new Model();
      let revisions = [0]; // of each state in the model

      const check = async () => {
        const { records, undo, problems } = await window.call('annotations.read', key);
        const spans = records.filter(({ kind }) => kind === 'span');
        expect(new Map(spans.map((record) => [record.id, record]))).toEqual(model.now);
        expect(undo.undo === null).toBe(model.done.length === 0);
        expect(undo.redo === null).toBe(model.undone.length === 0);
        const status = records.find(({ kind }) => kind === 'status');
        expect(status && 'status' in status ? status.status : 'new').toBe(
          model.statuses.at(-1) ?? 'new',
        );
        expect(problems).toEqual([]);
      };
      const note = async (next: Records) => {
        model.states.push(next);
        revisions.push((await window.call('annotations.read', key)).revision);
      };

      for (const [n, one] of actions.entries()) {
        if (one.do === 'restart' || one.do === 'crash') {
          if (one.do === 'restart') await window.call('project.close', null);
          window = new TestWindow(folder);
          await window.call('project.open', { path, mode: 'take-over' });
        } else if (one.do === 'status') {
          const status = model.statuses.at(-1) === 'done' ? 'skipped' : 'done';
          await window.call('documents.status', {
            documentIds: [key.documentId],
            status,
            job: 'status',
          });
          model.statuses.push(status);
        } else if (one.do === 'undo action') {
          if (model.statuses.length === 0) continue; // the import stays
          await window.call('project.undo', null);
          model.statuses.pop();
        } else if (one.do === 'undo' || one.do === 'redo') {
          const [from, to] =
            one.do === 'undo' ? [model.done, model.undone] : [model.undone, model.done];
          const next = from.pop();
          if (!next) {
            const call = one.do === 'undo' ? 'annotations.undo' : 'annotations.redo';
            expect((await window.fail(call, key)).code).toBe('refused');
            continue;
          }
          to.push(model.now);
          if (one.do === 'undo') await window.call('annotations.undo', key);
          else await window.call('annotations.redo', key);
          await note(next);
        } else if (one.do === 'restore') {
          const i = one.at % model.states.length;
          const past = model.states[i] ?? new Map();
          // The status of then would come back, too; kept simple by leaving such states out.
          if (model.statuses.length > 0 || model.withStatus.has(i)) continue;
          await window.call('annotations.restore', { ...key, seq: revisions[i] ?? 0 });
          model.edit(past);
          revisions = [...revisions, (await window.call('annotations.read', key)).revision];
        } else {
          const next = edited(model.now, one.do, one.at, n);
          if (!next) continue;
          const { revision: base } = await window.call('annotations.read', key);
          const change = diff(model.now, next);
          await window.call('annotations.commit', {
            ...key,
            base,
            label: one.do,
            code: 'edit',
            change,
          });
          model.edit(next);
          revisions.push(base + 1);
        }
        if (model.statuses.length > 0) model.withStatus.add(model.states.length - 1);
        await check();
      }
      for (const [i, past] of model.states.entries()) {
        const records = await window.call('annotations.at', { ...key, seq: revisions[i] ?? 0 });
        const spans = records.filter(({ kind }) => kind === 'span');
        expect(new Map(spans.map((record) => [record.id, record]))).toEqual(past);
      }
      await window.call('project.close', null);
    }),
    { numRuns: Number(process.env['RANDOM_RUNS'] ?? 25) },
  );
}, 600_000);
