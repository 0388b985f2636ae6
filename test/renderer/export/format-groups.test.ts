import { expect, test } from 'vitest';
import type { FormatInfo } from '#api/calls/exports.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { groupFormats } from '../../../src/renderer/export/format-groups.ts';

const formats: readonly FormatInfo[] = FORMATS.filter((format) => format.write);
const ids = (words: string) =>
  groupFormats(formats, words).flatMap((group) => group.formats.map(({ id }) => id));

test('every format stands in one group', () => {
  expect(ids('').sort()).toEqual(formats.map(({ id }) => id).sort());
});

test('formats that are alike stand together', () => {
  const groupOf = (id: string) =>
    groupFormats(formats, '').find((group) => group.formats.some((format) => format.id === id))
      ?.title;
  expect(groupOf('conll-2003')).toBe('Tokens, for training');
  expect(groupOf('conll-u')).toBe(groupOf('conll-2003'));
  expect(groupOf('brat')).toBe(groupOf('label-studio'));
  expect(groupOf('glossator-json')).toBe('Everything');
});

test('words are looked for in names, versions, descriptions and extensions, in any case', () => {
  expect(ids('INCEPTION')).toContain('webanno-tsv');
  expect(ids('ontonotes')).toEqual(['conll-2012']);
  expect(ids('jsonl doccano')).toEqual(['doccano']);
  expect(ids('no such words')).toEqual([]);
});
