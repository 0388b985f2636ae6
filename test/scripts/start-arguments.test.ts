import { expect, test } from 'vitest';
import { filesFromArguments } from '../../scripts/start-arguments.mjs';

const nothingExists = () => false;

test('files are meant from where the caller stands', () => {
  expect(
    filesFromArguments(['a.txt', '../b c.md', '/etc/motd'], '/home/ada', nothingExists),
  ).toEqual({ files: ['/home/ada/a.txt', '/home/b c.md', '/etc/motd'] });
});

test('no arguments are no files', () => {
  expect(filesFromArguments([], '/home/ada', nothingExists)).toEqual({ files: [] });
});

test('a file may be named like a switch, if there is one of that name', () => {
  const exists = (path: string) => path === '/home/ada/--notes.txt';
  expect(filesFromArguments(['--notes.txt'], '/home/ada', exists)).toEqual({
    files: ['/home/ada/--notes.txt'],
  });
});

test('after -- everything is a file', () => {
  expect(filesFromArguments(['a', '--', '--b', '--'], '/d', nothingExists)).toEqual({
    files: ['/d/a', '/d/--b', '/d/--'],
  });
});

test('a switch that is no file is refused with a sentence', () => {
  const { files, refusal } = filesFromArguments(['a.txt', '--help'], '/d', nothingExists);
  expect(files).toEqual([]);
  expect(refusal).toContain('there is no file --help');
});
