import type { EntityType } from '../../model/schema.ts';
import { type Draft, report } from './draft.ts';

/** Gives per-region controls to the types they are shown for; without a condition to all topmost types. */
export function attachAttributes(draft: Draft): readonly EntityType[] {
  const attributes = new Map(draft.entityTypes.map((type) => [type.name, [...type.attributes]]));
  const topmost = draft.entityTypes.filter((type) => type.parent === null).map((type) => type.name);
  for (const { definition, types, element } of draft.pending) {
    const unknown = types.filter((type) => !attributes.has(type));
    if (unknown.length > 0) {
      const message = `‘${definition.name}’ is shown for labels that do not exist: ${unknown.join(', ')}.`;
      report(draft, element, 'unknown-type', message);
    }
    for (const type of types.length > 0 ? types : topmost) {
      const list = attributes.get(type);
      if (!list) continue;
      if (list.some((other) => other.name === definition.name)) {
        const message = `Two controls for ‘${type}’ are called ‘${definition.name}’; the first one counts.`;
        report(draft, element, 'duplicate-name', message);
      } else list.push(definition);
    }
  }
  return draft.entityTypes.map((type) => ({
    ...type,
    attributes: attributes.get(type.name) ?? [],
  }));
}
