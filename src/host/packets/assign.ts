import type { PacketChoice } from '#api/calls/packets.ts';
import { seededRandom } from '#core/agreement/bootstrap/seeded-random.ts';
import type { DocumentId } from '#core/model/ids.ts';
import { type Assignment, assignDocuments } from '#core/packets/assign-documents.ts';
import type { ProjectSession } from '../project/session.ts';
import { StoreError } from '../store/store-error.ts';

/** The chosen documents, in list order. @throws {StoreError} `not-found` */
export function chosenDocuments(
  { manifest }: ProjectSession,
  chosen: readonly DocumentId[],
): readonly DocumentId[] {
  const ids = manifest.documents.map(({ id }) => id);
  if (chosen.length === 0) return ids;
  const known = new Set(ids);
  const strange = chosen.find((id) => !known.has(id));
  if (strange !== undefined)
    throw new StoreError({
      code: 'not-found',
      message: `There is no document ‘${strange}’ in this project.`,
      place: { id: strange },
    });
  const wanted = new Set(chosen);
  return ids.filter((id) => wanted.has(id));
}

/** Who gets which documents. @throws {StoreError} `not-found` */
export function assign(session: ProjectSession, choice: PacketChoice): readonly Assignment[] {
  const { annotators, each, overlap, order, seed } = choice;
  const documents = chosenDocuments(session, choice.documents);
  const ids = annotators.map(({ id }) => id);
  const rule = { each: each ?? Math.max(1, ids.length), overlap, order };
  return assignDocuments(documents, ids, rule, seededRandom(seed));
}
