import type { Relation } from '../model/relation.ts';
import type { AttributeDefinition, Schema } from '../model/schema.ts';
import type { Span } from '../model/span.ts';
import { attributesOf } from '../schema/inherit.ts';
import { isBlank, valueProblem } from '../schema/values.ts';
import { type SetProblem, setProblem } from './set-problem.ts';

/**
 * Makes a function that checks the attribute values of spans and relations against their types.
 * Remembers what each type defines. Records of unknown types have no problems here.
 */
export function attributeChecker(schema: Schema): (record: Span | Relation) => SetProblem[] {
  const remembered = new Map<string, ReadonlyMap<string, AttributeDefinition>>();
  const definitionsOf = ({ kind, type }: Span | Relation) => {
    const key = `${kind} ${type}`;
    let definitions = remembered.get(key);
    if (!definitions) {
      const types = kind === 'span' ? schema.entityTypes : schema.relationTypes;
      definitions = new Map(attributesOf(types, type).map((each) => [each.name, each]));
      remembered.set(key, definitions);
    }
    return definitions;
  };
  return (record) => checkAttributes(record, definitionsOf(record));
}

function checkAttributes(
  { id, type, attributes }: Span | Relation,
  definitions: ReadonlyMap<string, AttributeDefinition>,
): SetProblem[] {
  const problems: SetProblem[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const definition = definitions.get(name);
    if (!definition) {
      const message = `A ${type} has a value for ‘${name}’, which the schema does not know.`;
      problems.push(setProblem('unknown-attribute', id, message));
      continue;
    }
    const fault = valueProblem(definition, value);
    if (fault) problems.push(setProblem('bad-value', id, `A ${type} has a bad value: ${fault}`));
  }
  for (const { name, required } of definitions.values()) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (!required || (value !== undefined && !isBlank(value))) continue;
    const message = `A ${type} has no value for ‘${name}’, which is required.`;
    problems.push(setProblem('missing-attribute', id, message));
  }
  return problems;
}
