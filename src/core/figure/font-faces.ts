import { SUBSETS, type Subset, subsetsFor, UNICODE_RANGES } from './font-subsets.ts';

/** The file of one part of a family. */
export interface FontFile {
  /** The family's name alone, without quotes. */
  readonly family: string;
  readonly subset: Subset;
  /** WOFF2, in base 64. */
  readonly base64: string;
}

/** Words, and the families (as CSS lists them) that they are drawn with. */
export interface Lettering {
  readonly words: string;
  readonly family: string;
}

/** Of all the files those that draw some of the words, each once. */
export function filesFor(
  files: readonly FontFile[],
  letterings: readonly Lettering[],
): readonly FontFile[] {
  return files.filter(({ family, subset }) =>
    letterings.some(
      (each) => each.family.includes(`'${family}'`) && subsetsFor(each.words).includes(subset),
    ),
  );
}

/**
 * The rules of a style sheet that hold these files, for SVG and HTML that need no other file. Some
 * characters are in two parts: the later rule counts, so the parts stand from the last to the first.
 */
export function fontFaceRules(files: readonly FontFile[]): string {
  return [...files]
    .sort((a, b) => SUBSETS.indexOf(b.subset) - SUBSETS.indexOf(a.subset))
    .map(
      ({ family, subset, base64 }) =>
        `@font-face{font-family:'${family}';src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${UNICODE_RANGES[subset]}}`,
    )
    .join('\n');
}
