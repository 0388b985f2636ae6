import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_READERS } from '#host/documents/readers/registry.ts';
import { CORPUS, hasCorpus, QUIET, refusal, source } from './kit.ts';
import { makePdf, show } from './make-pdf.ts';
import { makeXlsx } from './make-xlsx.ts';
import { zip } from './zip.ts';

const best = (bytes: string | Uint8Array, path = '/x') =>
  DOCUMENT_READERS.map((reader) => [reader.recognizes(source(bytes, path)), reader.id] as const)
    .sort((a, b) => b[0] - a[0])
    .find(([score]) => score >= 0.3)?.[1];

test('each reader has an id of its own', () => {
  const ids = DOCUMENT_READERS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('each kind is told by its contents, whatever its name', () => {
  test.each([
    ['docx', zip({ '[Content_Types].xml': '', 'word/document.xml': '' })],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })],
    ['epub', zip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '' })],
    ['xlsx', makeXlsx({ sheets: { a: '' } })],
    ['pdf', makePdf({ pages: [show([1, 1, 1, 'x'])] })],
    ['html', '<!doctype html><p>x'],
    ['csv', 'id,text\n1,a\n2,b\n3,c\n'],
    ['json-table', '{"text": "a"}\n{"text": "b"}\n'],
    ['rtf', '{\\rtf1 x}'],
    ['old-office', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    [undefined, 'Dear Anna,\n\ncome soon, please.\n'],
    [undefined, '# Title\n\n- a, b\n- c, d\n'],
    [undefined, ''],
    [undefined, zip({ 'a.txt': 'x' })],
  ])('%s', (id, bytes) => {
    expect(best(bytes)).toBe(id);
    expect(best(bytes, '/x.docx')).toBe(id);
  });
});

test('what is not read says what to do', async () => {
  const reader = (id: string) => {
    const found = DOCUMENT_READERS.find((one) => one.id === id);
    if (!found) throw new Error(`no reader ${id}`);
    return found;
  };
  expect(await refusal(reader('rtf'), '{\\rtf1 x}')).toMatch(/Save the file as \.docx/u);
  expect(await refusal(reader('old-office'), 'x')).toMatch(/without a password/u);
});

describe.skipIf(!hasCorpus)(
  'every real file is read, or refused with a reason (skipped without the corpora)',
  () => {
    const files = hasCorpus
      ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) =>
          /\.(?:docx|html?|pdf)$/u.test(file),
        )
      : [];
    test.each(files)('%s', async (file) => {
      const bytes = readFileSync(join(CORPUS, file));
      const extension = file.split('.').at(-1) ?? '';
      const id = best(bytes);
      expect(id).toBe(extension === 'htm' ? 'html' : extension);
      const reader = DOCUMENT_READERS.find((one) => one.id === id);
      const read = await reader?.read(source(bytes, file), {}, QUIET);
      if (read?.ok) expect(read.value.documents[0]?.text).toMatch(/\S/u);
      else expect(read?.error.message).toMatch(/There is no text/u);
    });
  },
);
