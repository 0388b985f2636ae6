import { expect, test } from 'vitest';
import { readSet } from '#host/store/read-set.ts';
import { SetCodec } from '#host/store/set-codec.ts';
import { setFileCodec } from '#host/store/set-contents.ts';
import type { StoredRecord } from '#host/store/set-format.ts';
import { relation, span } from '../workspace.ts';

const codec = setFileCodec(new SetCodec('Ada met Ben 😀. '.repeat(3_000)));
const HEAD = {
  documentId: 'd',
  annotator: { id: 'anna-1', name: 'Anna' },
  revision: 3,
  textSha256: 'ab',
};

/** A set's file as it is written; several pieces long. */
async function written(): Promise<string> {
  const spans = Array.from({ length: 3_000 }, (_, i) => span(`s${i}`, i * 16, i * 16 + 3));
  const relations = spans.slice(1).map(({ id }, i) => relation(`r${i}`, `s${i}`, id));
  const note = { kind: 'note', id: 'note', text: '\n],\n"records": [\n' } as const;
  const records = [...spans, ...relations, note];
  const bytes = await codec.encode({ ...HEAD, records, misplaced: [] });
  return Buffer.from(bytes).toString();
}

async function read(text: string | Buffer) {
  const records: StoredRecord[] = [];
  const head = await readSet(Buffer.from(text), (record) => records.push(record));
  return head && { ...head, records };
}

test('a file as we write it is read as JSON reads it, piece by piece', async () => {
  const text = await written();
  expect(text.length).toBeGreaterThan(300_000);
  expect(await read(text)).toEqual(JSON.parse(text));
});

const spoil: readonly (readonly [string, (text: string) => string | Buffer])[] = [
  ['another layout', (text) => JSON.stringify(JSON.parse(text))],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['a missing comma in the midst', (text) => text.replace('},\n{"id":"s1500"', '}\n{"id":"s1500"')],
  ['a comma too many at the end', (text) => text.replace('\n],\n"rev', ',\n],\n"rev')],
  ['half of it', (text) => text.slice(0, text.length / 2)],
  ['a list that ends early', (text) => text.replace('{"id":"s1500"', '],\n"x": [\n{"id":"s1500"')],
  ['an offset that is none', (text) => text.replace('"ranges":[[0,3]]', '"ranges":[[-1,3]]')],
  ['a field too many', (text) => text.replace('{"id":"s7"', '{"more":1,"id":"s7"')],
  ['a key with a meaning', (text) => text.replace('{"id":"s7"', '{"__proto__":1,"id":"s7"')],
  ['a field too many at the top', (text) => text.replace('"revision"', '"more": 1,\n"revision"')],
  ['the records twice', (text) => text.replace('"revision"', '"records": [],\n"revision"')],
  ['a newer version', (text) => text.replace('"formatVersion": 1', '"formatVersion": 2')],
  ['another format', (text) => text.replace('glossator-set', 'glossator-sets')],
  ['a byte that is no UTF-8', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])])],
  ['nothing', () => ''],
];
test.each(spoil)('a file with %s is left to the slow way', async (_what, change) => {
  const text = await written();
  const spoiled = change(text);
  expect(Buffer.from(spoiled).equals(Buffer.from(text))).toBe(false);
  expect(await read(spoiled)).toBeUndefined();
});

test('both ways tell the same of records that do not fit and of ids used twice', async () => {
  const text = (await written())
    .replace('"ranges":[[15,18]]', '"ranges":[[90000,90003]]')
    .replace('"id":"s5"', '"id":"s6"')
    .replace('"quote":["Ada"]', '"quote":["Eve"]');
  const slow = codec.decode(JSON.parse(text), 'a.json', false);
  const quick = await codec.readQuickly?.(Buffer.from(text), 'a.json');
  expect(slow.ok && slow.value.misplaced.map(({ code }) => code)).toEqual([
    'misplaced-span',
    'duplicate-id',
  ]);
  expect({ ok: true, value: quick }).toEqual(slow);
});
