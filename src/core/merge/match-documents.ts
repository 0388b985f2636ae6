import type { DocumentId } from '../model/ids.ts';

/** A document as far as it can be told from others. */
export interface Identified {
  readonly id: DocumentId;
  readonly textSha256: string;
}

/** Which document here a document there is. */
export interface DocumentMatch<Here extends Identified, There extends Identified> {
  readonly theirs: There;
  /** `undefined`: it is not here. */
  readonly ours: Here | undefined;
  readonly by: 'id' | 'text' | null;
  /** Whether a document here has its id and another text. */
  readonly isIdTaken: boolean;
}

/**
 * Finds out which documents of two projects are the same: those of one id and one text, then those of one
 * text. A document here is met by one document there at most, so that copies stay copies; a document of the
 * same id and another text is another document.
 */
export function matchDocuments<Here extends Identified, There extends Identified>(
  ours: readonly Here[],
  theirs: readonly There[],
): readonly DocumentMatch<Here, There>[] {
  const byId = new Map(ours.map((one) => [one.id, one]));
  const isSelf = ({ id, textSha256 }: Identified) => byId.get(id)?.textSha256 === textSha256;
  const met = new Set<DocumentId>(theirs.filter(isSelf).map(({ id }) => id));
  const free = new Map<string, Here[]>();
  for (const one of ours) {
    if (met.has(one.id)) continue;
    const list = free.get(one.textSha256);
    if (list) list.push(one);
    else free.set(one.textSha256, [one]);
  }
  return theirs.map((one) => {
    const same = byId.get(one.id);
    if (same && isSelf(one)) return { theirs: one, ours: same, by: 'id', isIdTaken: false };
    const twin = free.get(one.textSha256)?.shift();
    return { theirs: one, ours: twin, by: twin ? 'text' : null, isIdTaken: same !== undefined };
  });
}
