import type { AttributeValue } from '../../model/attribute.ts';
import { err, ok, type Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import {
  type Cas,
  type CasView,
  type FeatureStructure,
  NO_REFERENCES,
  type References,
} from '../uima-layers/cas.ts';
import { defineType, type FeatureDefinition, TypeSystem } from '../uima-layers/type-system.ts';
import { type AnchorUnit, anchorUnit, withUtf16 } from './anchors.ts';

const SOFA = 'uima.cas.Sofa';
const ARRAY = /^uima\.cas\.(?:FSArray)$|\[\]$/u;

/** Makes a CAS of the object that a file holds. */
export function casOfJson(
  root: unknown,
  file: string,
  problems: ProblemList,
): Result<Cas, FormatError> {
  const fail = (message: string, path: string) =>
    err<FormatError>({ code: 'invalid-file', message, place: { file, path } });
  if (!isObject(root)) return fail('This is no UIMA JSON CAS: it does not hold one object.', '');
  const unit = anchorUnit(root['%HEADER']);
  if (unit === undefined)
    return fail('The header names an encoding of offsets that is not known.', '%HEADER');
  const types = new TypeSystem();
  const listed = root['%TYPES'];
  if (isObject(listed))
    types.add(Object.entries(listed).flatMap(([name, type]) => typeOf(name, type)));
  else {
    const message = 'The file holds no types. What its structures say by themselves is read.';
    problems.add('no-type-system', message, { file });
  }
  const given = structuresIn(root['%FEATURE_STRUCTURES']);
  if (given === undefined) {
    return fail('The structures are neither a list nor an object.', '%FEATURE_STRUCTURES');
  }
  const raw = new Map<string, RawStructure>();
  for (const { id, value, path } of given) {
    const type = isObject(value) ? value['%TYPE'] : undefined;
    if (!isObject(value) || typeof type !== 'string' || id === '' || raw.has(id)) {
      const message = raw.has(id)
        ? `The id ${id} is given to several structures; this one is left out.`
        : 'This is no structure with an id and a type; it is left out.';
      problems.add('bad-id', message, { file, path });
    } else raw.set(id, { value, type, path });
  }
  const reader = new StructureReader(raw, types, file, problems);
  const structures = new Map<string, FeatureStructure>();
  for (const [id, one] of raw) {
    if (one.type !== SOFA && !ARRAY.test(one.type)) structures.set(id, reader.read(id, one));
  }
  const views = viewsIn(root['%VIEWS'], raw);
  return ok({ types, structures: toUtf16(structures, views, unit), views });
}

interface RawStructure {
  readonly value: JsonObject;
  readonly type: string;
  readonly path: string;
}

function structuresIn(given: unknown) {
  if (given === undefined || given === null) return [];
  if (Array.isArray(given)) {
    return given.map((value: unknown, i) => {
      const id = isObject(value) ? idText(value['%ID']) : '';
      return { id, value, path: `%FEATURE_STRUCTURES[${i}]` };
    });
  }
  if (!isObject(given)) return undefined;
  return Object.entries(given).map(([id, value]) => {
    return { id, value, path: `%FEATURE_STRUCTURES.${id}` };
  });
}

function idText(id: unknown): string {
  return typeof id === 'number' || typeof id === 'string' ? String(id) : '';
}

function typeOf(name: string, type: unknown) {
  if (!isObject(type)) return [];
  const features = Object.entries(type).flatMap(([key, feature]): readonly FeatureDefinition[] => {
    if (key.startsWith('%') || !isObject(feature)) return [];
    const { '%RANGE': range, '%ELEMENT_TYPE': element } = feature;
    if (typeof range !== 'string') return [];
    const elementType = typeof element === 'string' ? element : null;
    return [{ name: key, range, elementType, isShared: false }];
  });
  const supertype = type['%SUPER_TYPE'];
  return [defineType(name, typeof supertype === 'string' ? supertype : 'uima.cas.TOP', features)];
}

class StructureReader {
  readonly #raw: ReadonlyMap<string, RawStructure>;
  readonly #types: TypeSystem;
  readonly #file: string;
  readonly #problems: ProblemList;

  constructor(
    raw: ReadonlyMap<string, RawStructure>,
    types: TypeSystem,
    file: string,
    problems: ProblemList,
  ) {
    this.#raw = raw;
    this.#types = types;
    this.#file = file;
    this.#problems = problems;
  }

  read(id: string, { value, type, path }: RawStructure): FeatureStructure {
    const values = new Map<string, AttributeValue>();
    let references: Map<string, References> | undefined;
    let sofa: string | null = null;
    for (const [key, given] of Object.entries(value)) {
      if (key.startsWith('%')) continue;
      const name = key.replace(/^[@^#]/u, '');
      if (key === '@sofa') sofa = idText(given);
      else if (key.startsWith('@')) {
        const items = this.#valuesOf(given);
        if (items !== undefined) {
          values.set(name, items);
          continue;
        }
        const ids = this.#idsIn(given, path);
        const isList = this.#types.rangeKind(type, name) === 'references' || ids.length > 1;
        if (ids.length === 0) continue;
        references ??= new Map();
        references.set(name, { ids, isList });
      } else if (isPrimitive(given)) values.set(name, given);
      else if (given !== null) {
        const message = `The feature ‘${name}’ holds neither a value nor a reference; it is left out.`;
        this.#problems.add('bad-value', message, { file: this.#file, path: `${path}.${key}` });
      }
    }
    return { id, type, sofa, values, references: references ?? NO_REFERENCES, line: null };
  }

  /** The items of a list of texts, numbers and the like, to which a feature leads. */
  #valuesOf(given: unknown): readonly string[] | undefined {
    const found = this.#raw.get(idText(given));
    if (!found || !/^uima\.cas\.\w+(?:Array|\[\])$/u.test(found.type)) return undefined;
    if (found.type === 'uima.cas.FSArray') return undefined;
    const elements = found.value['%ELEMENTS'];
    if (Array.isArray(elements)) return elements.map((one: unknown) => String(one ?? ''));
    return typeof elements === 'string' ? [elements] : [];
  }

  /** The ids of structures to which a feature leads, lists opened. */
  #idsIn(given: unknown, path: string): readonly string[] {
    const ids: string[] = [];
    const open: unknown[] = Array.isArray(given) ? [...given].reverse() : [given];
    const seen = new Set<string>();
    while (open.length > 0) {
      const id = idText(open.pop() ?? 0);
      if (id === '0' || id === '') continue;
      const found = this.#raw.get(id);
      if (!found) {
        const message = `The structure with the id ${id.slice(0, 20)}, to which this leads, is not in the file.`;
        this.#problems.add('dangling', message, { file: this.#file, path });
      } else if (ARRAY.test(found.type)) {
        const elements = found.value['%ELEMENTS'];
        if (seen.has(id) || !Array.isArray(elements)) continue;
        seen.add(id);
        for (let i = elements.length - 1; i >= 0; i--) open.push(elements[i]);
      } else if (found.type === 'uima.cas.NonEmptyFSList' && !seen.has(id)) {
        seen.add(id);
        open.push(found.value['@tail'], found.value['@head']);
      } else if (!/^uima\.cas\.\w*FSList$/u.test(found.type)) ids.push(id);
    }
    return ids;
  }
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The texts, in the order of the views; a text without a view is one with nothing listed. */
function viewsIn(given: unknown, raw: ReadonlyMap<string, RawStructure>): readonly CasView[] {
  const views: CasView[] = [];
  const listed = isObject(given) ? Object.entries(given) : [];
  const seen = new Set<string>();
  for (const [name, view] of listed) {
    if (!isObject(view)) continue;
    const sofa = idText(view['%SOFA']);
    seen.add(sofa);
    const members = view['%MEMBERS'];
    const ids = Array.isArray(members) ? members.map((one: unknown) => idText(one)) : [];
    views.push({ sofa, name, text: textOf(raw.get(sofa)), members: new Set(ids) });
  }
  for (const [id, one] of raw) {
    if (one.type !== SOFA || seen.has(id)) continue;
    const name = one.value['sofaID'];
    views.push({
      sofa: id,
      name: typeof name === 'string' ? name : '',
      text: textOf(one),
      members: new Set(),
    });
  }
  return views;
}

function textOf(sofa: RawStructure | undefined): string | null {
  const text = sofa?.value['sofaString'];
  return typeof text === 'string' ? text : null;
}

/** The structures with offsets that count UTF-16. */
function toUtf16(
  structures: ReadonlyMap<string, FeatureStructure>,
  views: readonly CasView[],
  unit: AnchorUnit,
): ReadonlyMap<string, FeatureStructure> {
  if (unit === 'UTF-16') return structures;
  const converters = new Map(views.map(({ sofa, text }) => [sofa, withUtf16(text ?? '', unit)]));
  return new Map(
    [...structures].map(([id, one]) => {
      const convert = one.sofa === null ? undefined : converters.get(one.sofa);
      return [id, convert ? { ...one, values: convert(one.values) } : one];
    }),
  );
}
