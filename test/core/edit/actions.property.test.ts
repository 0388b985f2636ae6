import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSet } from '#core/check/check-set.ts';
import type { Change } from '#core/edit/change.ts';
import { addRange } from '#core/edit/commands/add-range.ts';
import { addRelation } from '#core/edit/commands/add-relation.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { removeRelation } from '#core/edit/commands/remove-relation.ts';
import { removeSpan } from '#core/edit/commands/remove-span.ts';
import { retypeRelation } from '#core/edit/commands/retype-relation.ts';
import { retypeSpan } from '#core/edit/commands/retype-span.ts';
import { reverseRelation } from '#core/edit/commands/reverse-relation.ts';
import { setAttribute } from '#core/edit/commands/set-attribute.ts';
import { setLabel } from '#core/edit/commands/set-label.ts';
import { setNote } from '#core/edit/commands/set-note.ts';
import { setRanges } from '#core/edit/commands/set-ranges.ts';
import { compose } from '#core/edit/compose.ts';
import { describeChange } from '#core/edit/describe.ts';
import { diff } from '#core/edit/diff.ts';
import type { EditError } from '#core/edit/edit-error.ts';
import { invert } from '#core/edit/invert.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import { rebase } from '#core/edit/rebase.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Result } from '#core/result.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { attribute } from '../example.ts';
import { act, type PlainAction, type PlainState } from './plain-model.ts';

const TEXT = 'abcdefghij'.repeat(4);
const SCHEMA: Schema = {
  ...DEFAULT_SCHEMA,
  entityTypes: DEFAULT_SCHEMA.entityTypes.map((type) =>
    type.name === 'Person'
      ? { ...type, attributes: [attribute('certain', { default: true })] }
      : type,
  ),
  documentLabels: [attribute('read'), attribute('long')],
};

const n = fc.nat(20);
const type = fc.constantFrom('Person', 'Role', 'Organization');
const relationType = fc.constantFrom('holds role', 'meets', 'part of');
const from = fc.nat(9);
const size = fc.integer({ min: 1, max: 4 });
const id = fc.uuid();
const value = fc.option(fc.boolean(), { nil: undefined });
const kind = <K extends PlainAction['do']>(name: K) => fc.constant(name);

const action: fc.Arbitrary<PlainAction> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: kind('addSpan'), id, type, from, size }) },
  { weight: 4, arbitrary: fc.record({ do: kind('addRelation'), id, type: relationType, n, m: n }) },
  fc.record({ do: kind('retypeSpan'), n, type }),
  fc.record({ do: kind('setRange'), n, from, size }),
  fc.record({ do: kind('addRange'), n, from, size }),
  fc.record({ do: kind('removeSpan'), n }),
  fc.record({ do: kind('retypeRelation'), n, type: relationType }),
  fc.record({ do: kind('reverseRelation'), n }),
  fc.record({ do: kind('removeRelation'), n }),
  fc.record({ do: kind('setNote'), n, note: fc.constantFrom('', 'why?', 'so') }),
  fc.record({ do: kind('setCertain'), n, value }),
  fc.record({ do: kind('setLabel'), name: fc.constantFrom('read', 'long'), value }),
  { weight: 3, arbitrary: fc.record({ do: kind('undo') }) },
  { weight: 2, arbitrary: fc.record({ do: kind('redo') }) },
);

/** The command for an action; ids are looked up in the plain lists. */
function run(set: SetIndex, plain: PlainState, a: PlainAction): Result<Change, EditError> | null {
  const pick = (list: readonly { readonly id: string }[], n: number) =>
    list[n % Math.max(1, list.length)]?.id ?? 'nobody';
  const spanId = 'n' in a ? pick(plain.spans, a.n) : '';
  const relationId = 'n' in a ? pick(plain.relations, a.n) : '';
  const range = 'from' in a ? { start: a.from, end: a.from + a.size } : { start: 0, end: 0 };
  switch (a.do) {
    case 'addSpan':
      return addSpan(set, SCHEMA, { id: a.id, type: a.type, ranges: [range] });
    case 'retypeSpan':
      return retypeSpan(set, SCHEMA, { spanId, type: a.type });
    case 'setRange':
      return setRanges(set, SCHEMA, { spanId, ranges: [range] });
    case 'addRange':
      return addRange(set, SCHEMA, { spanId, range });
    case 'removeSpan':
      return removeSpan(set, SCHEMA, { spanId });
    case 'addRelation': {
      const to = pick(plain.spans, a.m);
      return addRelation(set, SCHEMA, { id: a.id, type: a.type, from: spanId, to });
    }
    case 'retypeRelation':
      return retypeRelation(set, SCHEMA, { relationId, type: a.type });
    case 'reverseRelation':
      return reverseRelation(set, SCHEMA, { relationId });
    case 'removeRelation':
      return removeRelation(set, SCHEMA, { relationId });
    case 'setNote':
      return setNote(set, SCHEMA, { id: spanId, note: a.note });
    case 'setCertain':
      return setAttribute(set, SCHEMA, { id: spanId, name: 'certain', value: a.value });
    case 'setLabel':
      return setLabel(set, SCHEMA, { name: a.name, value: a.value });
    default:
      return null;
  }
}

/** What the set says, in the form of the plain lists. */
function read(set: SetIndex): PlainState {
  const state: PlainState = { spans: [], relations: [], labels: [] };
  for (const record of set.all()) {
    if (record.kind === 'span') {
      const { id, type, note, ranges, attributes } = record;
      const characters = ranges.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i),
      );
      const certain = attributes['certain'] as boolean | undefined;
      state.spans.push({ id, type, characters, note, certain });
    } else if (record.kind === 'relation') {
      const { id, type, from, to, note } = record;
      state.relations.push({ id, type, from, to, note });
    } else if (record.kind === 'label') {
      state.labels.push({ name: record.name, value: record.value as boolean });
    }
  }
  return sorted(state);
}

const sorted = ({ spans, relations, labels }: PlainState): PlainState => ({
  spans: spans.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  relations: relations.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  labels: labels.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
});

test('fifty actions with undo and redo do what they do to two plain lists', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(action, { minLength: 50, maxLength: 50 }), (actions) => {
      const set = new SetIndex();
      const done: Change[] = [];
      let undone: Change[] = [];
      let plain: PlainState = { spans: [], relations: [], labels: [] };
      const past: PlainState[] = [];
      let future: PlainState[] = [];
      let whole: Change = { added: {}, updated: {}, removed: {} };
      const applyOne = (change: Change) => {
        set.apply(change);
        whole = compose(whole, change);
      };

      for (const a of actions) {
        if (a.do === 'undo' || a.do === 'redo') {
          const change = (a.do === 'undo' ? done : undone).pop();
          const [take, keep] = a.do === 'undo' ? [past, future] : [future, past];
          const copy = take.pop();
          expect(change === undefined).toBe(copy === undefined);
          if (!change || !copy) continue;
          keep.push(plain);
          plain = copy;
          const step = a.do === 'undo' ? invert(change) : change;
          expect(rebase(set, step)).toEqual({ change: step, leftOut: [] });
          applyOne(step);
          (a.do === 'undo' ? undone : done).push(change);
        } else {
          const copy = structuredClone(plain);
          const result = run(set, plain, a);
          const isDone = act(plain, a);
          expect({ a, ok: result?.ok }).toEqual({ a, ok: isDone });
          seen.set(`${a.do} ${isDone}`, (seen.get(`${a.do} ${isDone}`) ?? 0) + 1);
          if (!result?.ok || isEmpty(result.value)) continue;
          expect(describeChange(set, result.value, TEXT)).toMatch(/^[A-Z].{3,}/su);
          applyOne(result.value);
          done.push(result.value);
          past.push(copy);
          undone = [];
          future = [];
        }
        expect(read(set)).toEqual(sorted(plain));
      }

      expect(diff(new Map(), set.records)).toEqual(whole);
      const faults = checkSet(set, SCHEMA, TEXT).map(({ code }) => code);
      expect(faults.filter((code) => code !== 'duplicate')).toEqual([]);
      for (const change of done.toReversed()) set.apply(invert(change));
      expect(set.records.size).toBe(0);
    }),
    { numRuns: 150 },
  );
  // The test says little unless every action was both done and, where it can be, refused.
  for (const name of ['addSpan', 'retypeSpan', 'addRelation', 'reverseRelation', 'setCertain']) {
    expect(seen.get(`${name} true`) ?? 0).toBeGreaterThan(20);
    expect(seen.get(`${name} false`) ?? 0).toBeGreaterThan(2);
  }
});
