import type { AttributeValue } from '../../model/attribute.ts';
import type { Cas, FeatureStructure } from '../uima-layers/cas.ts';
import type { FeatureDefinition, TypeSystem } from '../uima-layers/type-system.ts';

/** Writes a CAS as JSON: types, structures, views, in this order and nothing else, as readers want it. */
export function* writeJsonCas(cas: Cas): Generator<string> {
  yield '{\n  "%TYPES" : {';
  const types = [...cas.types.all()].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [i, { name, supertype, features }] of types.entries()) {
    const type: Record<string, unknown> = {
      '%NAME': name,
      '%SUPER_TYPE': supertype || 'uima.cas.TOP',
    };
    for (const feature of features.values()) type[feature.name] = featureOf(feature);
    yield `${i === 0 ? '' : ','}\n    ${JSON.stringify(name)} : ${JSON.stringify(type)}`;
  }
  yield '\n  },\n  "%FEATURE_STRUCTURES" : [';
  let isFirst = true;
  for (const structure of structuresOf(cas)) {
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(structure)}`;
    isFirst = false;
  }
  yield '\n  ],\n  "%VIEWS" : {';
  for (const [i, { name, sofa, members }] of cas.views.entries()) {
    const view = { '%SOFA': Number(sofa), '%MEMBERS': [...members].map(Number) };
    yield `${i === 0 ? '' : ','}\n    ${JSON.stringify(name)} : ${JSON.stringify(view)}`;
  }
  yield '\n  }\n}\n';
}

function featureOf({ name, range, elementType }: FeatureDefinition) {
  // Lists of structures name what they hold: `webanno.custom.Link[]`.
  const isArray = range === 'uima.cas.FSArray' && elementType !== null;
  return { '%NAME': name, '%RANGE': isArray ? `${elementType}[]` : range };
}

/** Texts first, as what refers to them must come after; lists before what holds them. */
function* structuresOf(cas: Cas): Generator<Record<string, unknown>> {
  for (const [i, { sofa, name, text }] of cas.views.entries()) {
    yield {
      '%ID': Number(sofa),
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: i + 1,
      sofaID: name,
      mimeType: 'text',
      sofaString: text ?? '',
    };
  }
  const ids = [...cas.structures.keys(), ...cas.views.map(({ sofa }) => sofa)];
  let last = ids.reduce((most, id) => Math.max(most, Number(id)), 0);
  for (const structure of cas.structures.values()) {
    const written: Record<string, unknown> = {
      '%ID': Number(structure.id),
      '%TYPE': structure.type,
      ...(structure.sofa === null ? {} : { '@sofa': Number(structure.sofa) }),
    };
    for (const [name, value] of structure.values) {
      if (!isList(value)) Object.assign(written, primitive(name, value, structure, cas.types));
      else {
        last++;
        yield { '%ID': last, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': value };
        written[`@${name}`] = last;
      }
    }
    for (const [name, { ids: targets, isList: inList }] of structure.references) {
      if (!inList) {
        written[`@${name}`] = Number(targets[0]);
        continue;
      }
      last++;
      const type = arrayType(structure, name, cas.types);
      yield { '%ID': last, '%TYPE': type, '%ELEMENTS': targets.map(Number) };
      written[`@${name}`] = last;
    }
    yield written;
  }
}

function arrayType({ type }: FeatureStructure, name: string, types: TypeSystem): string {
  const feature = types.feature(type, name);
  if (feature?.range.endsWith('[]')) return feature.range;
  const element = feature?.elementType ?? null;
  return element === null ? 'uima.cas.FSArray' : `${element}[]`;
}

/** Numbers that JSON does not have are written as text, with `#` before their name. */
function primitive(
  name: string,
  value: AttributeValue,
  { type }: FeatureStructure,
  types: TypeSystem,
): Readonly<Record<string, unknown>> {
  const isNoNumber = typeof value === 'number' && !Number.isFinite(value);
  const isNumberAsText = typeof value === 'string' && types.rangeKind(type, name) === 'number';
  return isNoNumber || isNumberAsText ? { [`#${name}`]: String(value) } : { [name]: value };
}

function isList(value: AttributeValue): value is readonly string[] {
  return typeof value === 'object';
}
