import { type Apart, isNamedSo, tellApart } from '#core/exchange/tell-apart.ts';
import { IMPORTED } from '#core/formats/dataset.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Problem } from '#core/problem.ts';
import type { ReadDocument } from './read-document.ts';
import { soundAnnotator } from './sound-set.ts';

/** More names than these are none of annotators. */
const MOST = 100;

/**
 * Files of one text whose annotations name nobody are the work of several annotators, named by what tells
 * the files apart; other files that are named so are theirs, too. Texts that a corpus happens to have twice
 * are nobody's, and so are texts that one file has twice.
 */
export function nameAnnotators(documents: readonly ReadDocument[]): {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly Problem[];
} {
  const filesByText = new Map<string, Set<string>>();
  for (const document of documents) {
    if (!isAnonymous(document)) continue;
    const files = filesByText.get(document.textSha256) ?? new Set();
    filesByText.set(document.textSha256, files.add(fileOf(document)));
  }
  const found = toldApart([...filesByText.values()]);
  if (found.size === 0) return { documents, problems: [] };
  const people = new Map<string, Annotator>();
  const personAt = (file: string): Annotator | undefined => {
    const name = found.get(file);
    if (name === undefined) return undefined;
    const known = people.get(name) ?? soundAnnotator({ id: name, name });
    people.set(name, known);
    return known;
  };
  const named = documents.map((document) => {
    const person = isAnonymous(document) ? personAt(fileOf(document)) : undefined;
    if (!person) return document;
    const sets = document.sets.map((set) =>
      set.annotator.id === IMPORTED.id ? { ...set, annotator: person } : set,
    );
    return { ...document, sets };
  });
  const names = [...people.values()].map(({ name }) => name);
  const more = names.length > 20 ? ` and ${names.length - 20} more` : '';
  const message = `Some files have the same text and do not say whose work they are: they were taken for the work of several annotators (${names.slice(0, 20).join(', ')}${more}), named by their files or folders.`;
  const [file = ''] = found.keys();
  return { documents: named, problems: [{ code: 'annotators', message, place: { file } }] };
}

/** The name of whoever made each file, by path. */
function toldApart(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, string> {
  const groups = texts.flatMap((files) => {
    const paths = [...files];
    const apart = paths.length > 1 && paths.length <= MOST ? tellApart(paths) : null;
    return apart ? [{ paths, apart }] : [];
  });
  const isMostly = groups.length * 2 >= texts.length;
  const counts = new Map<Apart['how'], number>();
  for (const { apart } of groups) counts.set(apart.how, (counts.get(apart.how) ?? 0) + 1);
  const isMeant = (how: Apart['how']) =>
    isMostly || ((how === 'dash' || how === 'folder') && (counts.get(how) ?? 0) > 1);
  const found = new Map<string, string>();
  const names = new Map<string, Apart['how']>();
  for (const { paths, apart } of groups) {
    if (!isMeant(apart.how)) continue;
    for (const [i, path] of paths.entries()) {
      const name = apart.names[i];
      if (name === undefined) continue;
      found.set(path, name);
      names.set(name, apart.how);
    }
  }
  if (names.size > MOST) return new Map();
  for (const files of texts) {
    const [path] = files;
    if (path === undefined || files.size > 1) continue;
    const own = [...names].find(([name, how]) => isNamedSo(path, name, how));
    if (own) found.set(path, own[0]);
  }
  return found;
}

/**
 * Names of documents that are not called after one annotator of theirs: `article - Ada` is `article`, unless
 * that is another text.
 */
export function namesWithoutPeople(
  documents: readonly ReadDocument[],
  names: readonly string[],
): readonly string[] {
  const short = documents.map(({ sets }, i) => {
    const name = names[i] ?? '';
    const ends = sets.map(({ annotator }) => ` - ${annotator.name}`);
    const end = ends.find((one) => name.endsWith(one) && name.length > one.length) ?? '';
    return name.slice(0, name.length - end.length);
  });
  const texts = new Map<string, Set<string>>();
  for (const [i, { textSha256 }] of documents.entries()) {
    const name = short[i] ?? '';
    texts.set(name, (texts.get(name) ?? new Set()).add(textSha256));
  }
  return short.map((name, i) => (texts.get(name)?.size === 1 ? name : (names[i] ?? name)));
}

const fileOf = ({ files }: ReadDocument) => files[0] ?? '';

function isAnonymous({ sets }: ReadDocument): boolean {
  return sets.some(({ annotator, records }) => annotator.id === IMPORTED.id && records.length > 0);
}
