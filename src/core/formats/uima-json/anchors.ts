import type { AttributeValue } from '../../model/attribute.ts';
import { offsetsOf } from '../../text/offsets.ts';
import { isObject } from '../json/json-values.ts';

/** What offsets of a file count. */
export type AnchorUnit = 'UTF-8' | 'UTF-16' | 'UTF-32';

/** The unit that a header names; UTF-16 where it names none, `undefined` where it names another. */
export function anchorUnit(header: unknown): AnchorUnit | undefined {
  if (!isObject(header)) return 'UTF-16';
  const key = Object.keys(header).find((one) => /offset.?encoding/iu.test(one));
  const value = key === undefined ? 'UTF-16' : header[key];
  const units = ['UTF-8', 'UTF-16', 'UTF-32'] as const;
  return units.find((unit) => typeof value === 'string' && value.toUpperCase() === unit);
}

/** Turns the offsets of an annotation into UTF-16; those that lie nowhere become -1, so that they are told. */
export function withUtf16(
  text: string,
  unit: 'UTF-8' | 'UTF-32',
): (values: ReadonlyMap<string, AttributeValue>) => ReadonlyMap<string, AttributeValue> {
  const convert = unit === 'UTF-32' ? fromCodePoints(text) : fromBytes(text);
  return (values) =>
    new Map(
      [...values].map(([name, value]) => {
        const isOffset = (name === 'begin' || name === 'end') && typeof value === 'number';
        return [name, isOffset ? convert(value) : value];
      }),
    );
}

function fromCodePoints(text: string): (offset: number) => number {
  const offsets = offsetsOf(text);
  return (offset) => {
    const isInside = Number.isInteger(offset) && offset >= 0 && offset <= offsets.codePointLength;
    return isInside ? offsets.toUtf16(offset) : -1;
  };
}

function fromBytes(text: string): (offset: number) => number {
  const places = new Map<number, number>();
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    places.set(bytes, at);
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += character.length;
  }
  places.set(bytes, at);
  return (offset) => places.get(offset) ?? -1;
}
