import type { Problem } from '../../problem.ts';
import { newRelationType } from '../new-type.ts';
import { paletteColor } from '../palette.ts';
import type { ConfigLine } from './config-line.ts';
import { resolveEnds, type Wildcards } from './ends.ts';
import { storedName } from './read-entities.ts';
import { addRelationType, type RelationDraft } from './read-relations.ts';

/**
 * Reads the roles of `[events]`: each becomes a relation type from the event's trigger to the
 * participant. Events that share a role share the type. Call it after `readRelations`.
 */
export function readRoles(
  lines: readonly ConfigLine[],
  wildcards: Wildcards,
  draft: RelationDraft,
  file: string,
): void {
  const relations = new Set(draft.types.keys());
  let numbered = 0;
  let firstNumbered = 0;
  for (const line of lines) {
    const event = storedName(line.terms[0]);
    const place = { file, line: line.line, id: event };
    for (const { name, number, values } of line.arguments) {
      if (name.startsWith('<')) continue;
      const ends = resolveEnds(values, wildcards);
      if (!ends.ok) {
        const message = `The role ‘${name}’ of ‘${event}’ leads to relations; it was left out.`;
        draft.problems.push({ code: 'relation-end', message, place });
        continue;
      }
      if (ends.unknown.length > 0) {
        const message = `The role ‘${name}’ of ‘${event}’ names types that are not defined: ${ends.unknown.join(', ')}.`;
        draft.problems.push({ code: 'unknown-type', message, place });
      }
      if (number !== '?' && number !== '*') numbered++;
      if (numbered === 1 && firstNumbered === 0) firstNumbered = line.line;
      const role = relations.has(name) ? `${name}-role` : name;
      const color = draft.types.get(role)?.color ?? paletteColor(draft.types.size);
      const description = `Role of a participant, from the event to the participant.`;
      addRelationType(
        draft,
        newRelationType(role, color, { from: [event], to: ends.types, description }),
      );
    }
  }
  if (numbered > 0) draft.problems.push(numbersProblem(numbered, file, firstNumbered));
}

function numbersProblem(count: number, file: string, line: number): Problem {
  const roles = count === 1 ? 'One role' : `${count} roles`;
  return {
    code: 'role-numbers',
    message: `${roles} must be filled in brat (once, or a given number of times). A schema does not ask for that.`,
    place: { file, line },
  };
}
