import { err, ok, type Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import { expandName, localName, ROOT_SCOPE, scopeIn, type XmlScope } from '../xml/namespaces.ts';
import { readXmlEvents } from '../xml/read-events.ts';
import type { XmlStart } from '../xml/xml-element.ts';

/** An element of an XMI file, before its types are known. */
export interface RawStructure {
  readonly id: string;
  readonly type: string;
  /** Names and values in turns: objects of their own would fill the memory. */
  readonly attributes: readonly string[];
  /** Values that stand as elements inside: lists of strings. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly line: number;
}

export interface RawSofa {
  readonly id: string;
  readonly name: string;
  readonly text: string | null;
  readonly line: number;
}

export interface RawXmi {
  readonly structures: readonly RawStructure[];
  readonly sofas: readonly RawSofa[];
  /** Ids of the listed structures, by the id of their text. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** The value of an attribute. */
export function attributeOf({ attributes }: RawStructure, name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) {
    if (attributes[i] === name) return attributes[i + 1];
  }
  return undefined;
}

const NO_LISTS: RawStructure['lists'] = new Map();

const XMI = 'http://www.omg.org/XMI';
const CAS = 'uima.cas.';

/** Reads the elements of an XMI file. */
export function readRawXmi(text: string, file: string): Result<RawXmi, FormatError> {
  const structures: RawStructure[] = [];
  const sofas: RawSofa[] = [];
  const members = new Map<string, readonly string[]>();
  let depth = 0;
  let scope: XmlScope = ROOT_SCOPE;
  let isXmi = false;
  let rootLine = 1;
  let lists = new Map<string, string[]>();
  let open: { readonly start: XmlStart; readonly type: string; readonly id: string } | null = null;
  let item: string | null = null;
  const read = readXmlEvents(text, file, {
    open: (start) => {
      depth++;
      if (depth === 1) {
        scope = scopeIn(scope, start);
        rootLine = start.line;
        const { namespace, local } = expandName(scope, start.name);
        isXmi = local === 'XMI' && namespace === XMI;
      } else if (depth === 2 && isXmi) {
        const inner = scopeIn(scope, start);
        if (lists.size > 0) lists = new Map();
        open = { start, type: typeOf(start.name, inner), id: idOf(start, inner) };
      } else if (depth === 3) item = '';
    },
    text: (piece) => {
      if (item !== null) item += piece;
    },
    close: (name) => {
      if (depth === 3 && item !== null) {
        const list = lists.get(localName(name)) ?? [];
        lists.set(localName(name), list);
        list.push(item);
        item = null;
      }
      if (depth === 2 && open !== null) {
        note(open);
        open = null;
      }
      depth--;
    },
  });
  function note({ start, type, id }: NonNullable<typeof open>): void {
    const { attributes, line } = start;
    if (type === `${CAS}NULL`) return;
    if (type === `${CAS}Sofa`) {
      sofas.push({
        id,
        name: attributes['sofaID'] ?? '',
        text: attributes['sofaString'] ?? null,
        line,
      });
    } else if (type === `${CAS}View`) {
      const ids = (attributes['members'] ?? '').split(' ').filter((one) => one !== '');
      members.set(attributes['sofa'] ?? '', ids);
    } else
      structures.push({
        id,
        type,
        attributes: Object.entries(attributes).flat(),
        lists: lists.size > 0 ? lists : NO_LISTS,
        line,
      });
  }
  if (!read.ok) return read;
  if (isXmi) return ok({ structures, sofas, members });
  const message = 'This is not an XMI file: its outermost element is not xmi:XMI.';
  return err({ code: 'invalid-file', message, place: { file, line: rootLine } });
}

/** `http:///org/example.ecore` and `Foo` make `org.example.Foo`. */
function typeOf(name: string, scope: XmlScope): string {
  const { namespace, local } = expandName(scope, name);
  const path = /^http:\/\/\/(.*)\.ecore$/u.exec(namespace ?? '')?.[1] ?? '';
  const pack = path.replaceAll('/', '.');
  return pack === '' || pack === 'uima.noNamespace' ? local : `${pack}.${local}`;
}

function idOf({ attributes }: XmlStart, scope: XmlScope): string {
  const plain = attributes['xmi:id'];
  if (plain !== undefined) return plain;
  const name = Object.keys(attributes).find((key) => {
    const expanded = expandName(scope, key);
    return expanded.local === 'id' && key.includes(':') && expanded.namespace === XMI;
  });
  return name === undefined ? '' : (attributes[name] ?? '');
}
