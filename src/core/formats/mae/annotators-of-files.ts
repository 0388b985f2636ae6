/** A file with the text that it is about. */
interface TextOfFile {
  readonly path: string;
  readonly text: string;
}

/** No task has more annotators: names that begin in more ways mean something else. */
const MOST = 100;

/**
 * Whose work each file is, where several files have the same text: MAE does not say it in the file, but
 * keeps annotators in folders (`Annotator_A/doc.xml`) or in names (`A_doc.xml`). Other files of the same
 * folder, or whose names begin so, are theirs, too. Texts that are there twice
 * for another reason are nobody's.
 * @returns names of annotators by path; files that are not in it are nobody's.
 */
export function annotatorsOfFiles(files: readonly TextOfFile[]): ReadonlyMap<string, string> {
  const byText = new Map<string, string[]>();
  for (const { path, text } of files) {
    if (text.trim() === '') continue;
    const paths = byText.get(text) ?? [];
    byText.set(text, paths);
    paths.push(path);
  }
  const found = new Map<string, string>();
  const folders = new Set<string>();
  const prefixes = new Set<string>();
  for (const paths of byText.values()) {
    if (paths.length < 2) continue;
    const inFolders = paths.map(folderOf);
    const inNames = differing(paths.map(nameOf));
    if (areNames(inFolders)) for (const folder of inFolders) folders.add(folder);
    else if (areNames(inNames)) for (const name of inNames) prefixes.add(name);
  }
  const known = prefixes.size > MOST ? [] : [...prefixes];
  for (const { path } of files) {
    const name = nameOf(path);
    const prefix = known.find(
      (one) => name.startsWith(one) && /[\W_]/u.test(name.charAt(one.length)),
    );
    if (folders.has(folderOf(path))) found.set(path, folderOf(path));
    else if (prefix !== undefined) found.set(path, prefix);
  }
  return found;
}

function nameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}

function folderOf(path: string): string {
  return path.split(/[\\/]/u).at(-2) ?? '';
}

/** Names without the end that all of them have, which is more than an extension; else empty ones. */
function differing(names: readonly string[]): readonly string[] {
  const [first = '', ...others] = names;
  let same = 0;
  while (same < first.length && others.every((one) => one.at(-1 - same) === first.at(-1 - same)))
    same++;
  if (!/[^\W_]/u.test(first.slice(first.length - same).split('.')[0] ?? ''))
    return names.map(() => '');
  return names.map((one) => one.slice(0, one.length - same).replace(/[\W_]+$/u, ''));
}

function areNames(names: readonly string[]): boolean {
  const isShort = names.every((name) => name !== '' && name.length <= 100);
  return isShort && new Set(names).size === names.length;
}
