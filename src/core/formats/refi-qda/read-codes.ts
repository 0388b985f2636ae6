import type { EntityType } from '../../model/schema.ts';
import type { Place } from '../../problem.ts';
import { newEntityType } from '../../schema-formats/new-type.ts';
import { paletteColor } from '../../schema-formats/palette.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { partOf, partsOf, textOf } from './elements.ts';
import { plainGuid } from './guid.ts';

/** The codes of a codebook as types. */
export interface Codes {
  readonly types: readonly EntityType[];
  /** Name of the type of each code, by GUID. */
  readonly byGuid: ReadonlyMap<string, string>;
}

/** Reads a codebook: codes in codes become types with a parent. */
export function readCodes(
  codeBook: XmlElement | undefined,
  file: string,
  problems: ProblemList,
): Codes {
  const types: EntityType[] = [];
  const byGuid = new Map<string, string>();
  const taken = new Set<string>();
  const read = (code: XmlElement, parent: string | null): void => {
    const { name: given = '', guid, color } = code.attributes;
    const place: Place = { file, line: code.line, column: code.column };
    const plain = given.trim().slice(0, 400) || 'Code';
    let name = plain;
    for (let i = 2; taken.has(name); i++) {
      name = i === 2 && parent !== null ? `${plain} (${parent})`.slice(0, 490) : `${plain} ${i}`;
    }
    if (name !== given) {
      const why = `A code is called ‘${given.slice(0, 60)}’; it became ‘${name.slice(0, 60)}’, since names of types are there once.`;
      problems.add('renamed', why, place);
    }
    if (code.attributes['isCodable'] === 'false') {
      const message = `‘${name.slice(0, 60)}’ is a heading that nothing may be coded with; it became a type like all others.`;
      problems.add('heading', message, place);
    }
    taken.add(name);
    byGuid.set(plainGuid(guid), name);
    const shown = colorOf(color) ?? paletteColor(types.length);
    types.push(newEntityType(name, shown, { parent, description: textOf(code, 'Description') }));
    for (const inner of partsOf(code, 'Code')) read(inner, name);
  };
  for (const code of partsOf(partOf(codeBook, 'Codes'), 'Code')) read(code, null);
  return { types, byGuid };
}

function colorOf(written: string | undefined): string | undefined {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/iu.exec(written?.trim() ?? '') ?? [];
  if (short !== undefined) return `#${short.replace(/./gu, '$&$&')}`.toLowerCase();
  return long === undefined ? undefined : `#${long.toLowerCase()}`;
}
