import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer, writeAnswer } from '#api/answer-text.ts';
import type { OpenSet } from '#api/calls/annotations.ts';
import { err, ok } from '#core/result.ts';
import { states } from '../core/arbitrary.ts';

const setOf = (records: OpenSet['records']): OpenSet => ({
  documentId: 'd',
  annotatorId: 'anna',
  records,
  revision: 3,
  undo: { undo: null, redo: null },
  problems: [],
  readOnly: false,
});

test('a set comes out of the bridge as it went in: every record, in its order', () => {
  fc.assert(
    fc.property(states(2), fc.boolean(), ([before = new Map(), after = new Map()], isPlain) => {
      const all = [...before.values(), ...after.values()].map((record) =>
        isPlain && (record.kind === 'span' || record.kind === 'relation')
          ? { ...record, attributes: {}, note: '' }
          : record,
      );
      const answer = ok(setOf(all));
      expect(readAnswer('annotations.read', writeAnswer('annotations.read', answer))).toEqual(
        JSON.parse(JSON.stringify(answer)),
      );
    }),
  );
});

test.each(['Ada met Ben 😀\n', '', '=', '{"ok":false}', '\u0000\r\n'])(
  'the text %j crosses as it is',
  (text) => {
    const written = writeAnswer('documents.text', ok(text));
    expect(written.length).toBe(text.length + 1);
    expect(readAnswer('documents.text', written)).toEqual(ok(text));
  },
);

test('other answers and failures are plain JSON', () => {
  const failure = err({ code: 'disk' as const, message: 'The disk is full.' });
  expect(readAnswer('annotations.read', writeAnswer('annotations.read', failure))).toEqual(failure);
  expect(readAnswer('documents.text', writeAnswer('documents.text', failure))).toEqual(failure);
  const info = ok({ theme: '=' });
  expect(writeAnswer('app.saveSettings', info)).toBe(JSON.stringify(info));
});

test('plain records take a fraction of the room', () => {
  const spans = Array.from({ length: 1_000 }, (_, i) => ({
    kind: 'span' as const,
    id: `T${i}`,
    type: 'Person',
    ranges: [{ start: i * 10, end: i * 10 + 4 }] as const,
    attributes: {},
    note: '',
  }));
  const answer = ok(setOf(spans));
  const packed = writeAnswer('annotations.read', answer).length;
  expect(packed).toBeLessThan(JSON.stringify(answer).length / 3);
});
