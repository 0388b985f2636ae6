import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';
import type { Problem } from '../problem.ts';
import { lineageOf } from './inherit.ts';
import { type KeyUse, keyConflicts, keyProblem, keyUses } from './keys.ts';
import { findByName } from './lookup.ts';
import { isBlank, valueProblem } from './values.ts';

export type SchemaProblemCode =
  | 'bad-name'
  | 'duplicate-name'
  | 'unknown-parent'
  | 'circular-parents'
  | 'unknown-end'
  | 'bad-color'
  | 'no-values'
  | 'duplicate-value'
  | 'bad-default'
  | 'bad-key'
  | 'key-conflict';

/** What is wrong with a schema. Keys in conflict are a nuisance; all else makes it unfit for use. */
export interface SchemaProblem extends Problem<SchemaProblemCode> {
  readonly severity: 'error' | 'warning';
}

type Report = (code: SchemaProblemCode, path: string, message: string) => void;

/** Looks for everything in a schema that contradicts itself. Empty where all is well. */
export function validateSchema(schema: Schema): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const report: Report = (code, path, message) => {
    const severity = code === 'key-conflict' || code === 'bad-key' ? 'warning' : 'error';
    problems.push({ code, severity, message, place: { path } });
  };
  checkTypes(schema.entityTypes, 'entityTypes', report);
  checkTypes(schema.relationTypes, 'relationTypes', report);
  checkEnds(schema, report);
  checkAttributes(schema.documentLabels, 'documentLabels', 'document label', report);
  checkKeys(schema, report);
  return problems;
}

function checkTypes(
  types: readonly (EntityType | RelationType)[],
  path: string,
  report: Report,
): void {
  checkNames(types, path, path === 'entityTypes' ? 'entity type' : 'relation type', report);
  for (const [i, type] of types.entries()) {
    const at = `${path}[${i}]`;
    if (!/^#[0-9a-f]{6}$/iu.test(type.color)) {
      report('bad-color', `${at}.color`, `The colour of ‘${type.name}’ is not written #rrggbb.`);
    }
    if (type.parent !== null) {
      const line = lineageOf(types, type.name);
      if (!findByName(types, type.parent)) {
        const message = `‘${type.name}’ belongs to ‘${type.parent}’, which does not exist.`;
        report('unknown-parent', `${at}.parent`, message);
      } else if (line.some((ancestor) => ancestor.parent === type.name)) {
        const message = `‘${type.name}’ belongs to itself through its parents.`;
        report('circular-parents', `${at}.parent`, message);
      }
    }
    checkAttributes(type.attributes, `${at}.attributes`, `attribute of ‘${type.name}’`, report);
  }
}

function checkNames(
  list: readonly { readonly name: string }[],
  path: string,
  what: string,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [i, { name }] of list.entries()) {
    const at = `${path}[${i}].name`;
    if (name.trim() === '') report('bad-name', at, `One ${what} has no name.`);
    else if (name !== name.trim()) report('bad-name', at, `‘${name}’ has blanks around it.`);
    else if (name === '__proto__') report('bad-name', at, `‘${name}’ cannot be a name.`);
    if (seen.has(name)) report('duplicate-name', at, `There is more than one ${what} ‘${name}’.`);
    seen.add(name);
  }
}

function checkAttributes(
  list: readonly AttributeDefinition[],
  path: string,
  what: string,
  report: Report,
): void {
  checkNames(list, path, what, report);
  for (const [i, definition] of list.entries()) {
    const { name, kind, values } = definition;
    const at = `${path}[${i}]`;
    const hasChoices = kind === 'one-of' || kind === 'many-of';
    if (hasChoices && values.length === 0) {
      report('no-values', `${at}.values`, `‘${name}’ has no values to choose from.`);
    }
    if (new Set(values).size < values.length || values.some((value) => value.trim() === '')) {
      report('duplicate-value', `${at}.values`, `‘${name}’ has a value twice, or an empty one.`);
    }
    if (definition.default === null) continue;
    const fault = valueProblem(definition, definition.default);
    if (fault) report('bad-default', `${at}.default`, `The default does not fit: ${fault}`);
    else if (isBlank(definition.default)) {
      report('bad-default', `${at}.default`, `The default of ‘${name}’ is empty.`);
    }
  }
}

function checkEnds(schema: Schema, report: Report): void {
  for (const [i, type] of schema.relationTypes.entries()) {
    for (const end of ['from', 'to'] as const) {
      for (const name of type[end]) {
        if (findByName(schema.entityTypes, name)) continue;
        const message = `‘${type.name}’ names ‘${name}’ as an end, which is no entity type.`;
        report('unknown-end', `relationTypes[${i}].${end}`, message);
      }
    }
  }
}

function checkKeys(schema: Schema, report: Report): void {
  for (const use of keyUses(schema)) {
    const fault = keyProblem(use.key);
    if (fault) report('bad-key', use.name, `The key of ${nameOf(use)} cannot be used. ${fault}`);
  }
  for (const [a, b] of keyConflicts(schema)) {
    const message = `‘${a.key}’ is the key of ${nameOf(a)} and of ${nameOf(b)}.`;
    report('key-conflict', b.name, message);
  }
}

function nameOf({ kind, name, owner }: KeyUse): string {
  if (owner) return `the attribute ‘${name}’ of ${owner.type}`;
  return kind === 'label' ? `the document label ‘${name}’` : `‘${name}’`;
}
