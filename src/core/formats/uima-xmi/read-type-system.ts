import { err, ok, type Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import {
  defineType,
  type FeatureDefinition,
  type TypeDefinition,
} from '../uima-layers/type-system.ts';
import { localName } from '../xml/namespaces.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { textIn, type XmlElement } from '../xml/xml-element.ts';

/** Reads the descriptor of a type system. */
export function readTypeSystem(
  text: string,
  file: string,
  problems: ProblemList,
): Result<readonly TypeDefinition[], FormatError> {
  const parsed = parseXml(text, file);
  if (!parsed.ok) return parsed;
  if (localName(parsed.value.name) !== 'typeSystemDescription') {
    const message = 'This is no descriptor of a type system.';
    return err({ code: 'invalid-file', message, place: { file, line: parsed.value.line } });
  }
  for (const one of children(child(parsed.value, 'imports'), 'import')) {
    const name = one.attributes['location'] ?? one.attributes['name'] ?? '';
    const message = `It builds on ‘${name}’. Types of that file are known only if it is read together with this one.`;
    problems.add('import', message, { file, line: one.line });
  }
  const types: TypeDefinition[] = [];
  for (const one of children(child(parsed.value, 'types'), 'typeDescription')) {
    const name = valueIn(one, 'name');
    if (name === '') problems.add('no-name', 'This type has no name.', { file, line: one.line });
    else types.push(defineType(name, valueIn(one, 'supertypeName'), featuresOf(one)));
  }
  return ok(types);
}

function featuresOf(type: XmlElement): readonly FeatureDefinition[] {
  return children(child(type, 'features'), 'featureDescription')
    .filter((one) => valueIn(one, 'name') !== '')
    .map((one) => ({
      name: valueIn(one, 'name'),
      range: valueIn(one, 'rangeTypeName') || 'uima.cas.String',
      elementType: valueIn(one, 'elementType') || null,
      isShared: valueIn(one, 'multipleReferencesAllowed') === 'true',
    }));
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (node): node is XmlElement => typeof node !== 'string' && localName(node.name) === name,
  );
}

function valueIn(element: XmlElement, name: string): string {
  const found = child(element, name);
  return found ? textIn(found).trim() : '';
}
