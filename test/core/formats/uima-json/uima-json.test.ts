import { describe, expect, it, test } from 'vitest';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { FORMATS, recognize } from '#core/formats/registry.ts';
import { uimaJson } from '#core/formats/uima-json/format.ts';
import { fixture, namesOf, read, spansOf, write } from '../tokens/harness.ts';

const letter = fixture('uima-json/letter/letter.json');

function relationsOf(document: DatasetDocument | undefined): readonly string[] {
  const records = document?.sets[0]?.records ?? [];
  const words = new Map(
    spansOf(records).map(({ id, ranges: [{ start, end }] }) => [
      id,
      document?.text.slice(start, end),
    ]),
  );
  return records
    .filter((record) => record.kind === 'relation')
    .map(({ type, from, to }) => `${type}: ${words.get(from)} → ${words.get(to)}`)
    .sort();
}

const NAMES = ['PER: Ada', 'Event: met', 'PER: Byron'];
const RELATIONS = ['child of: Byron → Ada', 'roles: met → Byron', 'who: met → Ada'];
const ATTRIBUTES = { sure: true, weight: 'Infinity', sources: ['a, b', 'c'] };

function eventOf(document: DatasetDocument | undefined) {
  return spansOf(document?.sets[0]?.records ?? []).find(({ type }) => type === 'Event');
}

describe('reading', () => {
  const dataset = read(uimaJson, [letter]);
  const [document] = dataset.documents;

  it('reads text, spans, values, relations and slots', () => {
    expect(document?.text).toBe('😀 Ada met Byron\r\n');
    expect(document?.tokens).toEqual([{ start: 3, end: 6 }]);
    expect(document?.metadata).toEqual({ language: 'en' });
    expect(namesOf(document)).toEqual(NAMES);
    expect(relationsOf(document)).toEqual(RELATIONS);
    expect(eventOf(document)?.attributes).toEqual(ATTRIBUTES);
    expect(dataset.problems).toBeUndefined();
  });

  it('reads structures by id, in any order, and lists as FSArray', () => {
    const value = JSON.parse(letter.text);
    const entries = [...value['%FEATURE_STRUCTURES']].reverse();
    value['%FEATURE_STRUCTURES'] = Object.fromEntries(
      entries.map(({ '%ID': id, '%TYPE': type, ...rest }) => [
        id,
        { '%TYPE': type.replace('webanno.custom.EventRolesLink[]', 'uima.cas.FSArray'), ...rest },
      ]),
    );
    const [other] = read(uimaJson, [{ path: 'a.json', text: JSON.stringify(value) }]).documents;
    expect(namesOf(other)).toEqual(NAMES);
    expect(relationsOf(other)).toEqual(RELATIONS);
  });

  test.each([
    ['UTF-32', (offset: number) => offset - 1],
    ['UTF-8', (offset: number) => offset + 2],
  ])('reads offsets that count %s where the header says so', (encoding, shift) => {
    const value = JSON.parse(letter.text);
    value['%HEADER'] = { '%OFFSET_ENCODING': encoding };
    for (const one of value['%FEATURE_STRUCTURES']) {
      if (one.begin > 0) one['^begin'] = shift(one.begin);
      if (one.end > 0) one.end = shift(one.end);
      if (one.begin > 0) delete one.begin;
    }
    const [other] = read(uimaJson, [{ path: 'a.json', text: JSON.stringify(value) }]).documents;
    expect(namesOf(other)).toEqual(NAMES);
  });

  it('lists what it leaves out, with the path', () => {
    const value = JSON.parse(letter.text);
    value['%FEATURE_STRUCTURES'].push(
      { '%ID': 10, '%TYPE': 'x' },
      5,
      { '%ID': 40, '%TYPE': 'webanno.custom.Event', '@sofa': 1, begin: 0, end: 999 },
      { '%ID': 41, '%TYPE': 'webanno.custom.Event', '@sofa': 1, begin: 0, end: 1 },
      { '%ID': 42, '%TYPE': 'webanno.custom.Event', '@sofa': 1, begin: 0, end: 2, x: {}, '@y': 77 },
    );
    value['%VIEWS']['_InitialView']['%MEMBERS'].push(40, 41, 42);
    const { problems } = read(uimaJson, [{ path: 'a.json', text: JSON.stringify(value) }]);
    expect(problems?.map(({ code, place }) => [code, place?.path ?? place?.id])).toEqual([
      ['bad-id', '%FEATURE_STRUCTURES[11]'],
      ['bad-id', '%FEATURE_STRUCTURES[12]'],
      ['bad-value', '%FEATURE_STRUCTURES[15].x'],
      ['dangling', '%FEATURE_STRUCTURES[15]'],
      ['bad-offsets', '40'],
      ['bad-offsets', '41'],
    ]);
  });
});

it('leaves out files of a folder that are not of the format, and says so', () => {
  const readme = { path: 'README.md', text: '# About' };
  const { documents, problems } = read(uimaJson, [letter, readme]);
  expect(documents).toHaveLength(1);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'other-file', place: { file: 'README.md' } }),
  );
  expect(uimaJson.read?.([readme], {})).toMatchObject({ ok: false });
});

describe('writing', () => {
  const dataset = read(uimaJson, [letter]);

  it('gives back the file where nothing changed', () => {
    expect(write(uimaJson, dataset)).toEqual([{ path: 'letter.json', text: letter.text }]);
  });

  it('writes types, structures and views, in this order and nothing else', () => {
    const documents = dataset.documents.map((one) => ({
      ...one,
      sets: one.sets.map((set) => ({ ...set, records: set.records.slice(0, -1) })),
    }));
    const [file] = write(uimaJson, { ...dataset, documents });
    const value = JSON.parse(file?.text ?? '');
    expect(Object.keys(value)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
    const [sofa] = value['%FEATURE_STRUCTURES'];
    expect(sofa).toMatchObject({ '%TYPE': 'uima.cas.Sofa', sofaString: '😀 Ada met Byron\r\n' });
    const event = value['%FEATURE_STRUCTURES'].find(
      (one: { '%TYPE': string }) => one['%TYPE'] === 'webanno.custom.Event',
    );
    expect(event).toMatchObject({ begin: 7, end: 10, sure: true, '#weight': 'Infinity' });
    const again = read(uimaJson, file ? [file] : []);
    expect(namesOf(again.documents[0])).toEqual(NAMES);
    expect(eventOf(again.documents[0])?.attributes).toEqual(ATTRIBUTES);
    expect(again.problems).toBeUndefined();
  });
});

describe('recognising', () => {
  it('knows files by their first key', () => {
    expect(recognize(letter)[0]).toMatchObject({ format: { id: 'uima-json' }, confidence: 1 });
    for (const text of ['{"text":"%TYPES"}', '[{"%TYPES":{}}]', '{"a":{"%VIEWS":1}}', '']) {
      expect(uimaJson.recognizes({ path: 'a.json', text })).toBe(0);
    }
    for (const format of FORMATS) {
      if (format.id !== 'uima-json') expect(format.recognizes(letter), format.id).toBeLessThan(0.5);
    }
  });
});

test.each([
  ['an empty file', ''],
  ['no JSON', '{"%TYPES"'],
  ['a list', '[[]]'],
  ['structures that are none', '{"%TYPES":{},"%FEATURE_STRUCTURES":5}'],
  ['an encoding that nobody knows', '{"%HEADER":{"%OFFSET_ENCODING":"EBCDIC"},"%TYPES":{}}'],
  ['values nested too deep', `{"%TYPES":${'['.repeat(300)}${']'.repeat(300)}}`],
])('refuses %s, with the place', (_, text) => {
  expect(uimaJson.read?.([{ path: 'a.json', text }], {})).toMatchObject({
    ok: false,
    error: { code: 'invalid-file', place: { file: 'a.json' } },
  });
});
