import { err, ok } from '../../result.ts';
import type { SchemaFormat } from '../schema-format.ts';
import { readSections } from './config-sections.ts';
import { readAttributes } from './read-attributes.ts';
import { readEntities } from './read-entities.ts';
import { type RelationDraft, readRelations } from './read-relations.ts';
import { readRoles } from './read-roles.ts';

const HEADING = /^\s*\[(?:entities|spans|relations|events|attributes)\]\s*$/mu;

/** brat's `annotation.conf`. Events become entity types (their triggers) with role relations. */
export const bratSchema: SchemaFormat = {
  id: 'brat-annotation-conf',
  name: 'brat annotation.conf',
  extensions: ['conf'],
  recognizes: ({ text }) => HEADING.test(text),
  read({ path, text }) {
    const { sections, problems } = readSections(text, path);
    const entities = readEntities(sections.entities, new Set(), path);
    const names = new Set(entities.types.map((type) => type.name));
    const events = readEntities(sections.events, names, path);
    if (entities.types.length + events.types.length === 0) {
      return err({
        code: 'invalid-file',
        message: 'This file defines no entities and no events, so there is nothing to tag with.',
        place: { file: path },
      });
    }
    const wildcards = { entities: entities.types, events: events.types };
    const draft: RelationDraft = { types: new Map(), problems: [] };
    readRelations(sections.relations, wildcards, draft, path);
    readRoles(sections.events, wildcards, draft, path);
    const targets = { ...wildcards, relations: [...draft.types.values()] };
    const attributes = readAttributes(sections.attributes, targets, path);
    return ok({
      schema: {
        entityTypes: [...attributes.targets.entities, ...attributes.targets.events],
        relationTypes: attributes.targets.relations,
        documentLabels: [],
      },
      problems: [
        ...problems,
        ...entities.problems,
        ...events.problems,
        ...draft.problems,
        ...attributes.problems,
      ].sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)),
    });
  },
};
