/**
 * How names of files tell annotators apart: by what follows the last ` - ` (as an export writes them), by a
 * folder, by a word of the name, or by nothing but the whole name.
 */
export interface Apart {
  readonly how: 'dash' | 'folder' | 'word' | 'file';
  /** What tells each path from the others, in their order. */
  readonly names: readonly string[];
}

const LONGEST = 100;

/**
 * What tells files of one text apart: `article - Ada.conll` and `article - Ben.conll` give `Ada` and `Ben`;
 * so do `Ada/article.conll` and `Ben/article.conll`, and `ada_article.conll` and `ben_article.conll`.
 * @returns `null` where nothing tells them apart.
 */
export function tellApart(paths: readonly string[]): Apart | null {
  const stems = paths.map(stemOf);
  const isOneName = new Set(stems).size === 1;
  const tries: readonly (readonly [Apart['how'], () => readonly string[]])[] = [
    ['folder', () => (isOneName ? differing(paths.map(foldersOf)).map(joined('/')) : [])],
    ['dash', () => afterDash(stems)],
    ['word', () => differing(stems.map(wordsOf)).map(joined(''))],
    ['file', () => stems],
    ['file', () => paths.map((path) => segmentsOf(path).at(-1) ?? '')],
    ['file', () => paths.map((path) => foldersOf(path).at(-1) ?? '')],
  ];
  for (const [how, make] of tries) {
    const names = make().map((name) => name.trim());
    const isGood = names.every((name) => /[\p{L}\p{N}]/u.test(name) && name.length <= LONGEST);
    if (names.length === paths.length && isGood && new Set(names).size === names.length)
      return { how, names };
  }
  return null;
}

/** Whether a file that has its text for itself is of the one who was told apart by that name. */
export function isNamedSo(path: string, name: string, how: Apart['how']): boolean {
  const stem = stemOf(path);
  if (how === 'dash') return stem.endsWith(` - ${name}`);
  if (how === 'folder') return `/${foldersOf(path).join('/')}/`.includes(`/${name}/`);
  if (how === 'file') return false;
  const isApart = (char: string) => /[^\p{L}\p{N}]/u.test(char);
  const isFirst = stem.startsWith(name) && isApart(stem.charAt(name.length));
  const isLast = stem.endsWith(name) && isApart(stem.charAt(stem.length - name.length - 1));
  return isFirst || isLast;
}

function afterDash(stems: readonly string[]): readonly string[] {
  const parts = stems.map((stem) => stem.split(' - '));
  const isSame = new Set(parts.map((one) => one.slice(0, -1).join(' - '))).size === 1;
  return isSame ? parts.flatMap((one) => (one.length > 1 ? (one.at(-1) ?? []) : [])) : [];
}

/** Lists without what all of them begin and end with; `[]` where that leaves one with nothing. */
function differing(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first = [], ...others] = lists;
  const shortest = Math.min(...lists.map(({ length }) => length));
  const isShared = (at: number) => others.every((one) => one.at(at) === first.at(at));
  let start = 0;
  while (start < shortest && isShared(start)) start++;
  let end = 0;
  while (end < shortest - start && isShared(-1 - end)) end++;
  return lists.map((one) => one.slice(start, one.length - end));
}

const joined = (by: string) => (parts: readonly string[]) => parts.join(by);

const segmentsOf = (path: string) => path.split(/[\\/]/u);
const foldersOf = (path: string) => segmentsOf(path).slice(0, -1);
const stemOf = (path: string) =>
  (segmentsOf(path).at(-1) ?? '').replace(/(?<=.)\.[^.\s]{1,12}$/u, '');
const wordsOf = (stem: string) => stem.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
