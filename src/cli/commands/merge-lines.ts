import type { ConflictLine, MergePlan } from '#api/calls/merge.ts';
import type { ConflictReason } from '#core/merge/merge-conflict.ts';
import { count } from '../terminal.ts';

const REASONS: Readonly<Record<ConflictReason, string>> = {
  'both-changed': 'both changed it',
  'both-added': 'both have it, differently',
  'changed-and-removed': 'one deleted what the other changed; it stays',
  'still-needed': 'one deleted a span to which the other has a relation; it stays',
};

/** What a merge does, or did, as lines of text. */
export function mergeLines(plan: MergePlan, isDry: boolean): readonly string[] {
  const { documents, people, schema, sets, conflicts, problems } = plan;
  const sum = (field: 'added' | 'updated' | 'removed' | 'twins') =>
    sets.reduce((total, set) => total + set[field], 0);
  const changed = sets.filter(({ fate }) => fate !== 'same');
  return [
    plan.isChange
      ? `${isDry ? 'Would merge' : 'Merged'}: ${count(documents.added.length, 'new document')}, ${count(changed.length, 'set')} changed.`
      : 'Nothing is new: the project has all of it already.',
    `Documents: ${documents.matched} in both (${documents.byText} by their text), ${documents.onlyHere} only here.`,
    ...documents.added.map(({ name }) => `  new: ${name}`),
    ...documents.trashed.map((name) => `  in the trash here, and stays there: ${name}`),
    `Annotations: ${sum('added')} added, ${sum('updated')} changed, ${sum('removed')} deleted, ${sum('twins')} made alike by both; ${count(plan.setsOnlyHere, 'set')} only here.`,
    ...changed.map(
      (set) =>
        `  ${set.document}, ${set.annotator.name}: ${set.there} there, ${set.here} here, ${set.both} on both sides`,
    ),
    ...people.added.map(({ id, name }) => `New annotator: ${name} (${id})`),
    ...people.joined.map(
      ({ theirs, ours }) => `Joined: ${theirs.name} (${theirs.id}) is ${ours.name} (${ours.id})`,
    ),
    ...people.sameNames.map(
      ({ theirs, ours }) =>
        `Two people are called ${theirs.name}: ${theirs.id} there and ${ours.id} here. They stay two; --join ${theirs.id}=${ours.id} makes them one.`,
    ),
    ...schema.added.map((sentence) => `Schema: ${sentence}`),
    ...schema.differences.map((sentence) => `Schema: ${sentence}`),
    ...problems.map(({ message }) => `Left out: ${message}`),
    ...(conflicts.length > 0
      ? [`${count(conflicts.length, 'conflict')}; what is here stays:`]
      : []),
    ...conflicts.map((conflict) => `  ${conflictLine(conflict)}`),
  ];
}

/** One conflict, in one line. */
export function conflictLine(conflict: ConflictLine): string {
  const { document, annotator, words, id, reason, field, ours, theirs } = conflict;
  const what = words === '' ? id : `‘${words}’ (${id})`;
  const where = field === null ? '' : `, ${field}`;
  return `${document}, ${annotator.name}, ${what}${where}: ${REASONS[reason]}. Here: ${ours ?? 'deleted'}. There: ${theirs ?? 'deleted'}.`;
}
