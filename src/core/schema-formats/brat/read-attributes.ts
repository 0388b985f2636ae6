import type { AttributeDefinition, EntityType, RelationType } from '../../model/schema.ts';
import type { Problem } from '../../problem.ts';
import { newAttribute } from '../new-type.ts';
import type { ConfigLine } from './config-line.ts';
import { descriptionOf, storedName } from './read-entities.ts';

/** Types that attributes can be given to; the lists are replaced by ones that have them. */
export interface AttributeTargets {
  readonly entities: readonly EntityType[];
  readonly events: readonly EntityType[];
  readonly relations: readonly RelationType[];
}

/** Reads `[attributes]`: `Name Arg:TYPE|<ENTITY>|<EVENT>, Value:A|B`. Without values it is yes/no. */
export function readAttributes(
  lines: readonly ConfigLine[],
  targets: AttributeTargets,
  file: string,
): { readonly targets: AttributeTargets; readonly problems: readonly Problem[] } {
  const given = new Map<string, AttributeDefinition[]>();
  const problems: Problem[] = [];
  const known = [...targets.entities, ...targets.events, ...targets.relations];
  for (const line of lines) {
    const definition = attributeOf(line);
    const place = { file, line: line.line, id: definition.name };
    const values = line.arguments.find((argument) => argument.name === 'Arg')?.values ?? [];
    const names = values.flatMap((value) => targetNames(value, targets));
    if (names.length === 0) {
      const message = `It is not said what the attribute ‘${definition.name}’ belongs to; it was left out.`;
      problems.push({ code: 'no-target', message, place });
    }
    for (const name of new Set(names)) {
      if (known.some((type) => type.name === name)) {
        const list = given.get(name) ?? [];
        if (!list.some((other) => other.name === definition.name)) list.push(definition);
        given.set(name, list);
      } else {
        const message = `The attribute ‘${definition.name}’ belongs to ‘${name}’, which is not defined.`;
        problems.push({ code: 'unknown-type', message, place });
      }
    }
  }
  const withAttributes = <T extends EntityType>(types: readonly T[]) =>
    types.map((type) => ({ ...type, attributes: given.get(type.name) ?? [] }));
  return {
    targets: {
      entities: withAttributes(targets.entities),
      events: withAttributes(targets.events),
      relations: withAttributes(targets.relations),
    },
    problems,
  };
}

function attributeOf(line: ConfigLine): AttributeDefinition {
  const valuesOf = (name: string) =>
    line.arguments.find((argument) => argument.name === name)?.values;
  const values = [...new Set(valuesOf('Value') ?? [])];
  const [preset] = valuesOf('<DEFAULT>') ?? [];
  return newAttribute(storedName(line.terms[0]), {
    kind: values.length > 0 ? 'one-of' : 'yes-no',
    values,
    default: preset !== undefined && values.includes(preset) ? preset : null,
    description: descriptionOf(line),
  });
}

/** Wildcards stand for the topmost types; what lies below inherits. */
function targetNames(value: string, targets: AttributeTargets): readonly string[] {
  const top = (types: readonly EntityType[]) =>
    types.filter((type) => type.parent === null).map((type) => type.name);
  if (value === '<ENTITY>') return top(targets.entities);
  if (value === '<EVENT>') return top(targets.events);
  if (value === '<RELATION>') return top(targets.relations);
  if (value === '<ANY>')
    return [...top(targets.entities), ...top(targets.events), ...top(targets.relations)];
  return [value];
}
