import sansCyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import sansCyrillicExt from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?url';
import sansGreek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff2?url';
import sansGreekExt from '@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff2?url';
import sansLatin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import sansLatinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import sansVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url';
import serifCyrillic from '@fontsource/noto-serif/files/noto-serif-cyrillic-400-normal.woff2?url';
import serifCyrillicExt from '@fontsource/noto-serif/files/noto-serif-cyrillic-ext-400-normal.woff2?url';
import serifGreek from '@fontsource/noto-serif/files/noto-serif-greek-400-normal.woff2?url';
import serifGreekExt from '@fontsource/noto-serif/files/noto-serif-greek-ext-400-normal.woff2?url';
import serifLatin from '@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff2?url';
import serifLatinExt from '@fontsource/noto-serif/files/noto-serif-latin-ext-400-normal.woff2?url';
import serifVietnamese from '@fontsource/noto-serif/files/noto-serif-vietnamese-400-normal.woff2?url';
import type { FontFile } from '#core/figure/font-faces.ts';
import { SUBSETS, type Subset, UNICODE_RANGES } from '#core/figure/font-subsets.ts';
import { base64 } from './base64.ts';
import { LABEL_FAMILY } from './measure.ts';

/** The fonts that figures are written with. They come with Glossator, and figures bring them along. */
export type FigureFamily = 'serif' | 'sans';

/**
 * Families as CSS lists them. The first is ours, under a name that no computer's own font has. Programs
 * that take no fonts from a file may have the same one; the others stand in for other scripts.
 */
export const FAMILIES: Readonly<Record<FigureFamily, string>> = {
  serif: "'Glossator Serif', 'Noto Serif', 'Iowan Old Style', 'Palatino Linotype', Georgia, serif",
  sans: `'Glossator Sans', ${LABEL_FAMILY}`,
};

const ADDRESSES: Readonly<Record<string, Readonly<Record<Subset, string>>>> = {
  'Glossator Serif': {
    latin: serifLatin,
    'latin-ext': serifLatinExt,
    vietnamese: serifVietnamese,
    greek: serifGreek,
    'greek-ext': serifGreekExt,
    cyrillic: serifCyrillic,
    'cyrillic-ext': serifCyrillicExt,
  },
  'Glossator Sans': {
    latin: sansLatin,
    'latin-ext': sansLatinExt,
    vietnamese: sansVietnamese,
    greek: sansGreek,
    'greek-ext': sansGreekExt,
    cyrillic: sansCyrillic,
    'cyrillic-ext': sansCyrillicExt,
  },
};

let loading: Promise<readonly FontFile[]> | null = null;

/**
 * Makes the fonts known to the window, so that canvases measure with them, and gives their files. They are
 * read from Glossator's own files, once: a quarter of a megabyte.
 * @throws {Error} where a file cannot be read, with a sentence.
 */
export function loadFigureFonts(): Promise<readonly FontFile[]> {
  loading ??= loadAll().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function loadAll(): Promise<readonly FontFile[]> {
  const loaded = await Promise.all(
    Object.entries(ADDRESSES).flatMap(([family, files]) =>
      SUBSETS.map((subset) => load(family, subset, files[subset])),
    ),
  );
  // Of two parts that hold a character the one added later draws it, as in the files that are written.
  for (const { face } of [...loaded].reverse()) document.fonts.add(face);
  return loaded.map(({ file }) => file);
}

async function load(family: string, subset: Subset, address: string) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('The fonts of figures could not be read.');
  const blob = await answer.blob();
  const face = new FontFace(family, await blob.arrayBuffer(), {
    unicodeRange: UNICODE_RANGES[subset],
  });
  await face.load();
  const file: FontFile = { family, subset, base64: await base64(blob) };
  return { face, file };
}
