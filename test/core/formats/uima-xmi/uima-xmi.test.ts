import { describe, expect, it, test } from 'vitest';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { FORMATS, recognize } from '#core/formats/registry.ts';
import { uimaXmi } from '#core/formats/uima-xmi/format.ts';
import { fixture, namesOf, read, spansOf, write } from '../tokens/harness.ts';

const letter = fixture('uima-xmi/letter/letter.xmi');
const types = fixture('uima-xmi/letter/TypeSystem.xml');

/** Relations as words: `type: span → span`. */
function relationsOf(document: DatasetDocument | undefined): readonly string[] {
  const records = document?.sets[0]?.records ?? [];
  const words = new Map(
    spansOf(records).map(({ id, type, ranges: [{ start, end }] }) => [
      id,
      `${type} ${document?.text.slice(start, end)}`,
    ]),
  );
  return records
    .filter((record) => record.kind === 'relation')
    .map(({ type, from, to }) => `${type}: ${words.get(from)} → ${words.get(to)}`)
    .sort();
}

const NAMES = [
  'PER: Ada',
  'name: Ada',
  'VBD: met',
  'Event: met',
  'PER: Byron',
  'NamedEntity: Byron',
  'pronoun: She',
];
const RELATIONS = [
  'child of: PER Byron → PER Ada',
  'coreference: pronoun She → name Ada',
  'nsubj: VBD met → Token Ada',
  'place: Event met → PER Byron',
  'roles: Event met → PER Byron',
  'who: Event met → PER Ada',
];

describe('reading', () => {
  const dataset = read(uimaXmi, [letter, types]);
  const [document] = dataset.documents;

  it('takes the text exactly, with tokens, sentences and what is said of the document', () => {
    expect(document?.name).toBe('letter');
    expect(document?.text).toBe('😀 Ada met Byron\r\nShe\twept <aloud>');
    expect(document?.tokens).toHaveLength(4);
    expect(document?.sentences).toEqual([{ start: 0, end: 16 }]);
    expect(document?.metadata).toEqual({ language: 'en' });
  });

  it('reads spans, relations, slots, references and chains', () => {
    expect(namesOf(document).filter((name) => name !== 'Token: Ada')).toEqual(NAMES);
    expect(relationsOf(document)).toEqual(RELATIONS);
  });

  it('reads values as their types say', () => {
    const event = spansOf(document?.sets[0]?.records ?? []).find(({ type }) => type === 'Event');
    expect(event?.attributes).toEqual({
      sure: true,
      weight: 0.5,
      year: 1835,
      sources: ['a, b', 'c'],
    });
  });

  it('names what it leaves out, with the line', () => {
    expect(dataset.problems?.map(({ code, place }) => [code, place?.line])).toEqual([
      ['no-words', 28],
      ['bad-offsets', 29],
      ['not-held', undefined],
      ['not-listed', undefined],
    ]);
  });

  it('reads what is certain where the type system is missing, and says so', () => {
    const { documents, problems } = read(uimaXmi, [letter]);
    expect(namesOf(documents[0])).toEqual(namesOf(document));
    expect(relationsOf(documents[0])).toEqual(
      RELATIONS.filter((relation) => !relation.startsWith('place')),
    );
    expect(problems?.[0]).toMatchObject({ code: 'no-type-system', place: { file: letter.path } });
  });

  it('reads the text of each view as a document, and writes them as one file again', () => {
    const text = letter.text
      .replace('</xmi:XMI>', '')
      .concat(
        '<cas:Sofa xmi:id="2" sofaNum="2" sofaID="other" sofaString="Ada"/>',
        '<type2:NamedEntity xmi:id="90" sofa="2" begin="0" end="3" value="PER"/>',
        '<cas:View sofa="2" members="90"/></xmi:XMI>',
      );
    const { documents, ...rest } = read(uimaXmi, [{ path: 'a.xmi', text }, types]);
    expect(documents.map(({ name }) => name)).toEqual(['a', 'a other']);
    expect(namesOf(documents[1])).toEqual(['PER: Ada']);
    expect(write(uimaXmi, { ...rest, documents })).toEqual([
      { path: 'a.xmi', text },
      { path: 'TypeSystem.xml', text: types.text },
    ]);
    const changed = documents.map((one, i) =>
      i === 0 ? { ...one, sets: one.sets.map((set) => ({ ...set, records: [] })) } : one,
    );
    expect(write(uimaXmi, { ...rest, documents: changed }).map(({ path }) => path)).toContain(
      'a other.xmi',
    );
  });
});

it('leaves out files of a folder that are not of the format, and says so', () => {
  const readme = { path: 'README.md', text: '# About' };
  const { documents, problems } = read(uimaXmi, [readme, letter, types]);
  expect(documents).toHaveLength(1);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'other-file', place: { file: 'README.md' } }),
  );
  expect(uimaXmi.read?.([readme], {})).toMatchObject({ ok: false });
});

describe('writing', () => {
  const dataset = read(uimaXmi, [letter, types]);

  it('gives back the files where nothing changed', () => {
    expect(write(uimaXmi, dataset)).toEqual([
      { path: 'letter.xmi', text: letter.text },
      { path: 'TypeSystem.xml', text: types.text },
    ]);
  });

  it('says the same where it is made anew, in the layers that it came from', () => {
    const documents = dataset.documents.map((one) => ({
      ...one,
      sets: one.sets.map((set) => ({
        ...set,
        records: set.records.map((record) =>
          record.kind === 'span' && record.type === 'Event'
            ? { ...record, attributes: { ...record.attributes, 'x y': '<"&>\n\t' } }
            : record,
        ),
      })),
    }));
    const files = write(uimaXmi, { ...dataset, documents });
    const [xmi, system] = files;
    expect(xmi?.text).toContain('<custom:EventRolesLink');
    expect(xmi?.text).toContain('sofaString="😀 Ada met Byron&#13;&#10;She&#9;wept &lt;aloud&gt;"');
    expect(system?.text).toContain('<name>x_u20_y</name>');
    const again = read(uimaXmi, files);
    expect(again.problems).toBeUndefined();
    expect(namesOf(again.documents[0])).toEqual(namesOf(dataset.documents[0]));
    expect(relationsOf(again.documents[0])).toEqual(RELATIONS);
    const event = spansOf(again.documents[0]?.sets[0]?.records ?? []).find(
      ({ type }) => type === 'Event',
    );
    expect(event?.attributes).toEqual({
      sure: true,
      weight: 0.5,
      year: 1835,
      sources: ['a, b', 'c'],
      'x y': '<"&>\n\t',
    });
  });

  it('names UTF-8 in the declaration of a file that came in another encoding', () => {
    const latin = letter.text
      .replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
      .replace('😀', '  ');
    const bytes = Uint8Array.from([...latin].map((character) => character.charCodeAt(0)));
    const again = read(uimaXmi, [{ path: 'letter.xmi', bytes }, types]);
    expect(write(uimaXmi, again)[0]?.text).toBe(latin.replace('ISO-8859-1', 'UTF-8'));
  });
});

describe('recognising', () => {
  it('knows files by their root and namespace', () => {
    expect(recognize(letter)[0]).toMatchObject({ format: { id: 'uima-xmi' }, confidence: 1 });
    expect(recognize(types)[0]).toMatchObject({ format: { id: 'uima-xmi' } });
    const wide = Uint8Array.from([...letter.text].flatMap((one) => [one.charCodeAt(0) & 255, 0]));
    expect(uimaXmi.recognizes({ path: 'a', bytes: wide })).toBe(1);
  });

  it('leaves other XML to others', () => {
    for (const text of ['<GateDocument/>', '<!-- <xmi:XMI> --><TEI/>', '<a>xmi:XMI</a>', 'x', '']) {
      expect(uimaXmi.recognizes({ path: 'a.xmi', text })).toBe(0);
    }
    for (const format of FORMATS) {
      if (format.id !== 'uima-xmi') expect(format.recognizes(letter), format.id).toBeLessThan(0.5);
    }
  });
});

describe('refusing', () => {
  test.each([
    ['nothing but types', [types]],
    ['another root', [{ path: 'a.xmi', text: '<a/>' }]],
    ['a file cut off', [{ path: 'a.xmi', text: letter.text.slice(0, -20) }]],
    ['a document type', [{ path: 'a.xmi', text: '<!DOCTYPE a [<!ENTITY x "y">]><a/>' }]],
    ['a broken type system', [letter, { path: 'T.xml', text: '<typeSystemDescription><' }]],
  ])('%s, with the place', (_, files) => {
    const result = uimaXmi.read?.(files, {});
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
    expect(result?.ok === false && result.error.place?.file).toBeTruthy();
  });
});
