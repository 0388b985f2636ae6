import type { AttributeValue } from '../../model/attribute.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import {
  type Cas,
  type FeatureStructure,
  NO_REFERENCES,
  type References,
} from '../uima-layers/cas.ts';
import type { RangeKind, TypeSystem } from '../uima-layers/type-system.ts';
import { attributeOf, type RawStructure, type RawXmi } from './raw-xmi.ts';

/** Attributes that are not features of their own. */
const NOT_A_FEATURE = /:|^xmlns$|^sofa$/u;

/** Features that lead to other structures, where no type system says so. */
const KNOWN_REFERENCES: ReadonlySet<string> = new Set([
  'Governor',
  'Dependent',
  'next',
  'first',
  'target',
  'lemma',
  'stem',
  'pos',
  'morph',
  'parent',
]);

/** Gives the structures of an XMI file the values that their types say. */
export function casOfXmi(raw: RawXmi, types: TypeSystem, file: string, problems: ProblemList): Cas {
  const byId = new Map<string, RawStructure>();
  for (const structure of raw.structures) {
    const { id, line, type } = structure;
    if (id === '' || byId.has(id)) {
      const message =
        id === ''
          ? `This ${type} has no xmi:id.`
          : `The xmi:id ${id} is given to several elements.`;
      problems.add('bad-id', `${message} It is left out.`, { file, line, id });
    } else byId.set(id, structure);
  }
  const reader = new ValueReader(byId, types, file, problems);
  const structures = new Map([...byId].map(([id, one]) => [id, reader.read(one)]));
  const views = raw.sofas.map(({ id, name, text }) => ({
    sofa: id,
    name,
    text,
    members: new Set(raw.members.get(id) ?? []),
  }));
  return { types, structures, views };
}

class ValueReader {
  readonly #byId: ReadonlyMap<string, RawStructure>;
  readonly #types: TypeSystem;
  readonly #file: string;
  readonly #problems: ProblemList;

  constructor(
    byId: ReadonlyMap<string, RawStructure>,
    types: TypeSystem,
    file: string,
    problems: ProblemList,
  ) {
    this.#byId = byId;
    this.#types = types;
    this.#file = file;
    this.#problems = problems;
  }

  read(structure: RawStructure): FeatureStructure {
    const { id, type, attributes, lists, line } = structure;
    const values = new Map<string, AttributeValue>();
    let references: Map<string, References> | undefined;
    for (let i = 0; i < attributes.length; i += 2) {
      const [name = '', text = ''] = [attributes[i], attributes[i + 1]];
      if (NOT_A_FEATURE.test(name)) continue;
      const kind = this.#types.rangeKind(type, name) ?? this.#guess(name, text);
      if (kind === 'reference' || kind === 'references') {
        const ids = this.#idsIn(text, line);
        if (ids.length === 0) continue;
        references ??= new Map();
        references.set(name, { ids, isList: kind === 'references' });
      } else values.set(name, this.#valueOf(kind, text));
    }
    for (const [name, items] of lists) values.set(name, items);
    const sofa = attributeOf(structure, 'sofa') ?? null;
    return { id, type, sofa, values, references: references ?? NO_REFERENCES, line };
  }

  /** What an attribute holds that no type system defines. */
  #guess(name: string, text: string): RangeKind {
    if (name === 'begin' || name === 'end') return 'number';
    if (/^\d+$/u.test(text) && KNOWN_REFERENCES.has(name) && this.#byId.has(text))
      return 'reference';
    if (!/^\d+(?: \d+)*$/u.test(text)) return 'text';
    const areLinks = text.split(' ').every((id) => {
      const found = this.#byId.get(id);
      if (!found || attributeOf(found, 'begin') !== undefined) return false;
      return attributeOf(found, 'target') !== undefined;
    });
    return areLinks ? 'references' : 'text';
  }

  #valueOf(kind: RangeKind, text: string): AttributeValue {
    if (kind === 'boolean') return text === 'true';
    if (kind === 'number') {
      const number = Number(text);
      // Long numbers and the likes of NaN stay as they are written.
      return text.trim() !== '' && Number.isFinite(number) && !isCut(number, text) ? number : text;
    }
    if (kind === 'texts' || kind === 'values') {
      const shared = this.#byId.get(text);
      const isList = shared && /^uima\.cas\.\w+Array$/u.test(shared.type);
      const items = isList ? shared.lists.get('elements') : undefined;
      if (items) return items;
      const list = isList ? (attributeOf(shared, 'elements') ?? '') : text;
      return kind === 'texts' && !isList && list !== '' ? [list] : list.split(' ').filter(Boolean);
    }
    return text;
  }

  /** The ids of structures that an attribute names, lists that stand on their own opened. */
  #idsIn(text: string, line: number): readonly string[] {
    const ids: string[] = [];
    const open = text.split(' ').filter(Boolean).reverse();
    const seen = new Set<string>();
    while (open.length > 0) {
      const id = open.pop() ?? '';
      if (id === '0') continue;
      const found = this.#byId.get(id);
      if (!found) {
        const message = `The structure with the id ${id.slice(0, 20)}, to which this leads, is not in the file.`;
        this.#problems.add('dangling', message, { file: this.#file, line });
      } else if (found.type === 'uima.cas.FSArray' && !seen.has(id)) {
        seen.add(id);
        const elements = (attributeOf(found, 'elements') ?? '').split(' ').filter(Boolean);
        for (const element of elements.reverse()) open.push(element);
      } else if (found.type === 'uima.cas.NonEmptyFSList' && !seen.has(id)) {
        seen.add(id);
        open.push(attributeOf(found, 'tail') ?? '0', attributeOf(found, 'head') ?? '0');
      } else if (!/^uima\.cas\.(?:FSArray|\w*FSList)$/u.test(found.type)) ids.push(id);
    }
    return ids;
  }
}

/** Whether digits of a whole number are lost. */
function isCut(number: number, text: string): boolean {
  return /^-?\d+$/u.test(text) && !Number.isSafeInteger(number) && String(number) !== text;
}
