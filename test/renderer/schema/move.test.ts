import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveDown, moveTo, moveUp, nest, unnest } from '../../../src/renderer/schema/edits/move.ts';
import { treeRows } from '../../../src/renderer/schema/edits/tree.ts';

interface Item {
  readonly name: string;
  readonly parent: string | null;
}
const item = (name: string, parent: string | null = null): Item => ({ name, parent });
const drawn = (items: readonly Item[]) =>
  treeRows(items).map((row) => '-'.repeat(row.depth) + row.item.name);

const TREE = [item('a'), item('b'), item('b1', 'b'), item('b2', 'b'), item('c')];

test('a tree shows each type followed by its subtypes', () => {
  const shuffled = [item('b2', 'b'), item('a'), item('b'), item('c'), item('b1', 'b')];
  expect(drawn(shuffled)).toEqual(['a', 'b', '-b2', '-b1', 'c']);
});

test('a type whose parent is missing, or that is above itself, stands at the top', () => {
  expect(drawn([item('a', 'gone'), item('x', 'y'), item('y', 'x'), item('z', 'x')])).toEqual([
    'a',
    'x',
    '-z',
    'y',
  ]);
});

test('moving takes the subtypes along', () => {
  expect(drawn(moveUp(TREE, 'b'))).toEqual(['b', '-b1', '-b2', 'a', 'c']);
  expect(drawn(moveDown(TREE, 'b'))).toEqual(['a', 'c', 'b', '-b1', '-b2']);
  expect(drawn(moveTo(TREE, 'b', { parent: 'c', before: null }))).toEqual([
    'a',
    'c',
    '-b',
    '--b1',
    '--b2',
  ]);
});

test('nesting puts a type below its upper sibling, and leaving puts it behind its parent', () => {
  expect(drawn(nest(TREE, 'c'))).toEqual(['a', 'b', '-b1', '-b2', '-c']);
  expect(drawn(nest(TREE, 'b2'))).toEqual(['a', 'b', '-b1', '--b2', 'c']);
  expect(drawn(unnest(TREE, 'b1'))).toEqual(['a', 'b', '-b2', 'b1', 'c']);
});

test('what cannot be done changes nothing', () => {
  expect(moveUp(TREE, 'a')).toBe(TREE);
  expect(moveUp(TREE, 'b1')).toBe(TREE);
  expect(moveDown(TREE, 'c')).toBe(TREE);
  expect(nest(TREE, 'a')).toBe(TREE);
  expect(unnest(TREE, 'a')).toBe(TREE);
  expect(moveTo(TREE, 'b', { parent: 'b1', before: null })).toBe(TREE);
  expect(moveTo(TREE, 'b', { parent: 'nowhere', before: null })).toBe(TREE);
});

test('whatever is moved, no type is lost, doubled or cut off from the top', () => {
  const step = fc.tuple(fc.constantFrom(moveUp, moveDown, nest, unnest), fc.nat(11));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const start: readonly Item[] = Array.from({ length: 12 }, (_, i) => item(`t${i}`));
      const end = steps.reduce((items, [move, at]) => move(items, `t${at}`), start);
      const names = end.map((i) => i.name);
      expect([...names].sort()).toEqual(start.map((i) => i.name).sort());
      // Walking up from any type ends at the top: no circles.
      for (const { name } of end) {
        let at: string | null = name;
        for (let n = 0; at !== null; n++) {
          expect(n).toBeLessThan(13);
          at = end.find((i) => i.name === at)?.parent ?? null;
        }
      }
      // The list stands in tree order.
      expect(treeRows(end).map((row) => row.item.name)).toEqual(names);
    }),
  );
});

test('up then down gives the tree back, where up did anything', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TREE.map((i) => i.name)), (name) => {
      const up = moveUp(TREE, name);
      if (up !== TREE) expect(moveDown(up, name)).toEqual(TREE);
    }),
  );
});
