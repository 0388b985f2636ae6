import type { RelationType } from '../../model/schema.ts';
import type { Problem } from '../../problem.ts';
import { newRelationType } from '../new-type.ts';
import { paletteColor } from '../palette.ts';
import type { ConfigLine } from './config-line.ts';
import { resolveEnds, unite, type Wildcards } from './ends.ts';
import { descriptionOf, storedName } from './read-entities.ts';

/** The relation types so far, by name, and what was reported on the way. */
export interface RelationDraft {
  readonly types: Map<string, RelationType>;
  readonly problems: Problem[];
}

/** Adds a relation type, or widens the one of that name by the further ends. */
export function addRelationType(draft: RelationDraft, type: RelationType): void {
  const known = draft.types.get(type.name);
  const both = known && {
    ...known,
    from: unite(known.from, type.from),
    to: unite(known.to, type.to),
    symmetric: known.symmetric || type.symmetric,
  };
  draft.types.set(type.name, both ?? type);
}

/** Reads `[relations]`: two arguments each, and `<REL-TYPE>:symmetric…`. */
export function readRelations(
  lines: readonly ConfigLine[],
  wildcards: Wildcards,
  draft: RelationDraft,
  file: string,
): void {
  for (const line of lines) {
    const name = storedName(line.terms[0]);
    const place = { file, line: line.line, id: name };
    const leaveOut = (code: string, message: string) =>
      draft.problems.push({ code, message, place });
    if (line.terms[0].startsWith('<')) {
      leaveOut(
        'option',
        `${line.terms[0]} is a rule about spans, not a relation; it was left out.`,
      );
      continue;
    }
    const ends = line.arguments.filter((argument) => !argument.name.startsWith('<'));
    const [first, second] = ends.map((argument) => resolveEnds(argument.values, wildcards));
    if (ends.length !== 2 || !first || !second) {
      leaveOut('not-two-ends', `‘${name}’ has ${ends.length} arguments, not two; it was left out.`);
      continue;
    }
    if (!first.ok || !second.ok) {
      leaveOut('relation-end', `‘${name}’ links relations, not spans; it was left out.`);
      continue;
    }
    const unknown = [...first.unknown, ...second.unknown];
    if (unknown.length > 0)
      leaveOut(
        'unknown-type',
        `‘${name}’ names types that are not defined: ${unknown.join(', ')}.`,
      );
    const options = line.arguments.find((argument) => argument.name === '<REL-TYPE>')?.values ?? [];
    addRelationType(
      draft,
      newRelationType(name, paletteColor(draft.types.size), {
        from: first.types,
        to: second.types,
        symmetric: options.join('-').split('-').includes('symmetric') || name === 'Equiv',
        description: descriptionOf(line),
      }),
    );
  }
}
