import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Problem } from '#core/problem.ts';
import { checkDocument } from '#host/imports/read-document.ts';
import { soundAnnotator, soundRecords } from '#host/imports/sound-set.ts';
import { decodeDetails, encodeDetails } from '#host/store/details-format.ts';
import { parseJson } from '#host/store/parse-json.ts';
import { SetCodec } from '#host/store/set-codec.ts';
import { isFileId } from '#host/store/set-place.ts';

test('every annotator gets an id that can name a file, a sound one keeps it, and two stay two', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('', '.', '..', '../x', 'a/b', 'C:\\x', 'anna@x.org', '\ud800', 'a'.repeat(500)),
  );
  fc.assert(
    fc.property(odd, odd, (a, b) => {
      const [one, other] = [soundAnnotator({ id: a, name: a }), soundAnnotator({ id: b, name: b })];
      expect(isFileId(one.id)).toBe(true);
      expect(one.name).not.toBe('');
      if (isFileId(a)) expect(one.id).toBe(a);
      expect(one.id === other.id).toBe(a === b);
    }),
    { numRuns: 1_000 },
  );
});

const span = (id: string, start: number, end: number): AnnotationRecord => ({
  ...{ kind: 'span', id, type: 'T', ranges: [{ start, end }], attributes: {}, note: '' },
});
const relation = (id: string, from: string, to: string): AnnotationRecord => ({
  ...{ kind: 'relation', id, type: 'R', from, to, attributes: {}, note: '' },
});

test('what does not fit the text or its set is left out and told; odd ids are made anew', () => {
  const records = [
    ...[
      span('in', 0, 2),
      span('out', 3, 9),
      span('half', 1, 3),
      span('in', 0, 1),
      span('__proto__', 0, 1),
    ],
    ...[relation('r', 'in', '__proto__'), relation('lost', 'in', 'out'), span('', 2, 4)],
  ];
  const { records: kept, problems } = soundRecords({ records }, new SetCodec('ab😀'), 'a.ann');
  expect(problems.map(({ place }) => place?.id)).toEqual(['out', 'half', 'in', 'lost']);
  expect(problems.every(({ place }) => place?.file === 'a.ann')).toBe(true);
  const [, renamed] = kept.filter(({ kind }) => kind === 'span');
  expect(kept.find(({ kind }) => kind === 'relation')).toMatchObject({
    from: 'in',
    to: renamed?.id,
  });
  expect(kept.every(({ id }) => id !== '' && id !== '__proto__')).toBe(true);
});

const place = { key: 'k', source: 's', files: ['/a.txt'] };
const base = { id: 'd', name: ' A name ', text: 'ab😀 cd', sets: [] };

test('half a character is refused with its line; nothing is replaced', () => {
  const refused = checkDocument({ ...base, text: 'one\ntwo \ud83d three' }, place, []);
  expect(refused).toMatchObject({ code: 'invalid-file', place: { file: '/a.txt' } });
  expect('message' in refused && refused.message).toContain('line 2');
});

test('details that do not fit the text are left out and told', () => {
  const problems: Problem[] = [];
  const tokens = [
    { start: 0, end: 4 },
    { start: 3, end: 99 },
  ];
  const sentences = [{ start: 0, end: 4 }];
  const checked = checkDocument({ ...base, tokens, sentences, pages: [-1] }, place, problems);
  expect(checked).toMatchObject({ name: 'A name', details: { sentences } });
  expect('details' in checked && Object.keys(checked.details)).toEqual(['sentences']);
  expect(problems).toHaveLength(2);
});

describe('document.json', () => {
  const details = fc
    .tuple(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.array(fc.nat(40)), fc.jsonValue())
    .map(([text, cuts, data]) => {
      // Only places between whole characters, as readers give them.
      const whole = (at: number) => at <= text.length && text.slice(0, at).isWellFormed();
      const places = [...new Set(cuts.filter(whole))].sort((a, b) => a - b);
      const tokens = places.slice(1).map((end, i) => ({ start: places[i] ?? 0, end }));
      const isCarried = !JSON.stringify(data).includes('__proto__');
      return {
        text,
        details: {
          ...(tokens.length > 0 ? { tokens, sentences: tokens.slice(-1), pages: places } : {}),
          ...(isCarried ? { carried: { format: 'x', data } } : {}),
          metadata: { source: text },
        },
      };
    });

  test('what is written is read again, in code points on the way', () => {
    fc.assert(
      fc.property(details, ({ text, details: given }) => {
        const bytes = encodeDetails(text, given);
        if (bytes === null) return expect(given).toEqual({});
        const json = parseJson(bytes, 'document.json');
        if (!json.ok) throw new Error(json.error.message);
        const { tokens: stored } = Object(json.value);
        if (given.tokens) {
          const points = [...text];
          const words = stored.map(([a, b]: [number, number]) => points.slice(a, b).join(''));
          expect(words).toEqual(given.tokens.map(({ start, end }) => text.slice(start, end)));
        }
        const read = decodeDetails(json.value, 'document.json', text);
        expect(read).toEqual({ ok: true, value: JSON.parse(JSON.stringify(given)) });
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [{ format: 'glossator-document', formatVersion: 2 }, 'newer-format'],
    [{ format: 'glossator-document', formatVersion: 1, tokens: [[0, 99]] }, 'invalid-file'],
    [
      {
        format: 'glossator-document',
        formatVersion: 1,
        files: [{ name: 'x', file: '../x', sha256: '' }],
      },
      'invalid-file',
    ],
    [{ format: 'glossator-set', formatVersion: 1 }, 'invalid-file'],
  ])('%j is refused', (value, code) => {
    expect(decodeDetails(value, 'document.json', 'abc')).toMatchObject({ error: { code } });
  });
});
