import type { FormatInfo } from '#api/calls/exports.ts';

/** Formats that belong together, under one heading. */
export interface FormatGroup {
  readonly title: string;
  readonly formats: readonly FormatInfo[];
}

const GROUPS: readonly {
  readonly title: string;
  readonly holds: (format: FormatInfo) => boolean;
}[] = [
  { title: 'Everything', holds: ({ id }) => id.startsWith('glossator') },
  {
    title: 'Tables and reports',
    holds: ({ id }) => /csv|table|html|markdown|report/u.test(id),
  },
  {
    title: 'Annotation programs',
    holds: ({ id }) =>
      /brat|doccano|label-studio|prodigy|webanno|uima|xmi|cas|gate|bdoc|recogito|mae|medtator|qd[ap]|codebook/u.test(
        id,
      ),
  },
  {
    title: 'Tokens, for training',
    holds: ({ id, unit }) => unit === 'tokens' || /conll|iob|spacy|docbin|hf-/u.test(id),
  },
  { title: 'Corpora and standards', holds: () => true },
];

/** The formats that fit the words, in groups; all of them where there are no words. */
export function groupFormats(
  formats: readonly FormatInfo[],
  words: string,
): readonly FormatGroup[] {
  const needles = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = ({ id, name, versions, description, extensions }: FormatInfo) => {
    const all = [id, name, versions, description, ...extensions].join('\n').toLowerCase();
    return needles.every((needle) => all.includes(needle));
  };
  const groupOf = (format: FormatInfo) => GROUPS.find(({ holds }) => holds(format));
  return GROUPS.map((group) => ({
    title: group.title,
    formats: formats.filter((format) => fits(format) && groupOf(format) === group),
  })).filter((group) => group.formats.length > 0);
}
