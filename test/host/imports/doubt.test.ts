import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { doubtOf } from '#host/imports/doubt.ts';
import { withSubject } from '#host/imports/with-subject.ts';
import { ALL, filesWith, job, lookAt, projectWindow } from '../../contract/importing.ts';

const ROW = '{"id": 1, "text": "Ada met Ben.", "label": [[0, 3, "PER"]]}';

describe('text that looks like something else', () => {
  test.each([
    ['a.json', `[\n  ${ROW},\n  {"id": 2, "te`, 'JSON, but line 3', 3],
    ['a.json', '{"id": 2, "te', 'JSON, but line 1', 1],
    ['a.jsonl', `${ROW}\n${ROW}\n{"id": 3, "text": "Ben`, 'JSON Lines, but line 3', 3],
    ['a.jsonl', `${ROW}\n{"id": x}\n${ROW}\n`, 'JSON Lines, but line 2', 2],
    [
      'a.xml',
      '<?xml version="1.0"?>\n<a>\n<b></a>\n',
      'XML, but line 3 cannot be read: unexpected close tag',
      3,
    ],
  ])('%s is broken: %j', (path, text, message, line) => {
    expect(doubtOf(path, text)).toMatchObject({
      isBroken: true,
      problem: { message: expect.stringContaining(message), place: { file: path, line } },
    });
  });

  test.each([
    ['a.json', '{"version": 1}', 'It looks like JSON, but is of no kind'],
    ['a.xml', '<shop><boat/></shop>', 'It looks like XML, but is of no kind'],
    ['a.sgm', '<DOC>\nText\n</DOC>\n<DOC>\nText\n</DOC>', 'It looks like XML'],
  ])('%s is whole, and of no kind that is known: %j', (path, text, message) => {
    expect(doubtOf(path, text)).toMatchObject({
      isBroken: false,
      problem: { message: expect.stringContaining(message), place: { file: path } },
    });
  });

  test.each([
    ['a.txt', '{"id": 2, "te'],
    ['a.log', '[1] Ada met Ben.'],
    ['a.log', '<3 is a heart'],
    ['a', 'Ada met Ben.'],
  ])('%s is a text: %j', (path, text) => {
    expect(doubtOf(path, text)).toBeNull();
  });
});

test('a damaged file is told with its line, and is no text unless somebody says so', async () => {
  const window = await projectWindow();
  const [folder] = (await lookAt(window, { 'broken.json': '{"id": 1,\n"text": "Ada met' })).look
    .sources;
  // In a folder it is no text either.
  expect(folder).toBeUndefined();
  const { files } = await given('broken.json', '{"id": 1,\n"text": "Ada met');
  const look = await window.call('import.look', { paths: files, job });
  const [source] = look.sources;
  expect(source?.confidence).toBeLessThan(0.3);
  const problem = { message: expect.stringContaining('line 2'), place: { file: files[0] } };
  expect(source?.files).toMatchObject([{ problem }]);
  const ask = (choice: object) =>
    window.call('import.preview', { ticket: look.ticket, choice: { ...ALL, ...choice }, job });
  const preview = await ask({});
  expect(preview).toMatchObject({ counts: { documents: 0 }, problems: [problem] });
  const asText = await ask({ sources: [{ source: source?.id ?? '', reader: 'text' }] });
  expect(asText).toMatchObject({ counts: { documents: 1 }, problems: [] });
});

test('a file without text is no document', async () => {
  const window = await projectWindow();
  const preview = await (await lookAt(window, { 'empty.txt': '', 'b.txt': 'Ben' })).preview();
  expect(preview.documents.map(({ name }) => name)).toEqual(['b']);
  expect(preview.problems).toMatchObject([
    {
      message: '‘empty’ has no text, so it is left out.',
      place: { file: expect.stringMatching(/empty\.txt$/u) },
    },
  ]);
});

test('a sentence that says only ‘It’ gets its annotation, and every problem its file', () => {
  const told = { code: 'no-span', message: 'It is empty, so it is no span.', place: { id: '17' } };
  expect(withSubject(told, '/a.bdoc')).toEqual({
    code: 'no-span',
    message: 'Annotation 17: it is empty, so it is no span.',
    place: { file: '/a.bdoc', id: '17' },
  });
  const whole = { code: 'x', message: 'The tag ‘X’ is left out.', place: { file: '/b', id: '1' } };
  expect(withSubject(whole, '/a')).toEqual(whole);
});

async function given(name: string, text: string) {
  const folder = await filesWith({ [name]: text });
  return { files: [join(folder, name)] };
}
