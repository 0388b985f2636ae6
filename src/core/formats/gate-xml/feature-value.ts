import type { FeatureClass } from '../bdoc/gate-document.ts';
import { escapeXmlText, replaceIllegalXml } from '../xml/escape.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childElements, textIn, type XmlElement } from '../xml/xml-element.ts';

export const STRING = 'java.lang.String';
const WRAPPER = 'gate.corpora.ObjectWrapper';

const WHOLE = new Set(['Integer', 'Long', 'Short', 'Byte'].map((name) => `java.lang.${name}`));
const REAL = new Set(['java.lang.Double', 'java.lang.Float', 'java.math.BigDecimal']);

/** The value of a feature as JSON has it; what cannot be told stays text. */
export function readFeatureValue({ className, text }: FeatureClass): unknown {
  if (className === STRING) return text;
  if (className === 'java.lang.Boolean') return text.trim().toLowerCase() === 'true';
  if (WHOLE.has(className)) return numberIn(text, Number.isSafeInteger);
  if (REAL.has(className)) return numberIn(text, Number.isFinite);
  if (className === WRAPPER) return unwrapped(text);
  // Collections of old files: items between semicolons.
  if (/^java\.util\..*(?:List|Set|Vector)$/u.test(className)) {
    return text === '' ? [] : text.split(';');
  }
  return text;
}

/** The number, if it is one and of that kind; otherwise the text. */
function numberIn(text: string, isFit: (number: number) => boolean): unknown {
  const number = Number(text.trim());
  return text.trim() !== '' && isFit(number) ? number : text;
}

/** What XStream wrote; its text as it is where it has classes unknown here. */
function unwrapped(text: string): unknown {
  const parsed = parseXml(text, '');
  const [value] = parsed.ok ? childElements(parsed.value, 'value') : [];
  const reader = new XStreamReader();
  const plain = value && reader.read(value, value.attributes['class'] ?? 'string', []);
  return plain === undefined ? text : plain.value;
}

const LISTS =
  /^(?:list|linked-list|vector|set|linked-hash-set|tree-set|object-array|string-array)$/u;
const MAPS = /^(?:map|linked-hash-map|tree-map)$/u;

/** Objects may refer to others: so many values are made at most, so that no file can blow itself up. */
const MOST_VALUES = 10_000;

class XStreamReader {
  #count = 0;

  read(
    element: XmlElement,
    kind: string,
    around: readonly XmlElement[],
  ): { readonly value: unknown } | undefined {
    if (this.#count++ > MOST_VALUES || around.length > 100) return undefined;
    const { reference } = element.attributes;
    if (reference !== undefined) {
      const found = referred([...around, element], reference);
      const last = found?.at(-1);
      return found && last ? this.read(last, last.name, found.slice(0, -1)) : undefined;
    }
    const text = textIn(element);
    if (kind === 'string' || kind === STRING) return { value: text };
    if (kind === 'boolean') return { value: text.trim() === 'true' };
    if (/^(?:int|long|short|byte|big-int)$/u.test(kind)) {
      return { value: numberIn(text, Number.isSafeInteger) };
    }
    if (/^(?:double|float|big-decimal)$/u.test(kind)) {
      return { value: numberIn(text, Number.isFinite) };
    }
    if (kind === 'null') return { value: null };
    const inside = [...around, element];
    if (LISTS.test(kind)) {
      const items = childElements(element).map((item) => this.read(item, item.name, inside));
      return items.every((item) => item !== undefined)
        ? { value: items.map((item) => item.value) }
        : undefined;
    }
    return MAPS.test(kind) ? this.#readMap(element, inside) : undefined;
  }

  #readMap(element: XmlElement, inside: readonly XmlElement[]) {
    const entries: (readonly [string, unknown])[] = [];
    for (const entry of childElements(element, 'entry')) {
      const within = [...inside, entry];
      const [key, value] = childElements(entry).map((item) => this.read(item, item.name, within));
      if (!key || !value) return undefined;
      entries.push([String(key.value), value.value]);
    }
    return { value: Object.fromEntries(entries) };
  }
}

/** The element that a path such as `../../entry[2]/list` leads to, with those around it. */
function referred(path: readonly XmlElement[], reference: string): XmlElement[] | undefined {
  const found = [...path];
  for (const step of reference.split('/')) {
    if (step === '..') found.pop();
    else {
      const [, name = '', number = '1'] = /^([^[]+)(?:\[(\d+)\])?$/u.exec(step) ?? [];
      const parent = found.at(-1);
      const child = parent && childElements(parent, name)[Number(number) - 1];
      if (!child) return undefined;
      found.push(child);
    }
  }
  return found;
}

const MOST_INTEGER = 2 ** 31 - 1;

/** The Java class and the text of a value: text, number, yes or no, list or map. */
export function writeFeatureValue(value: unknown): FeatureClass {
  if (typeof value === 'string') return { className: STRING, text: value };
  if (typeof value === 'boolean') return { className: 'java.lang.Boolean', text: String(value) };
  if (typeof value === 'number') return { className: numberClass(value), text: String(value) };
  const inner = wrapped(value);
  const text = `<?xml version='1.1'?><${WRAPPER}>${inner}</${WRAPPER}>`;
  return { className: WRAPPER, text };
}

/** Fractions are decimals: GATE and GateNLP read them, while GateNLP knows no doubles. */
function numberClass(value: number): string {
  if (!Number.isSafeInteger(value)) return 'java.math.BigDecimal';
  return Math.abs(value) <= MOST_INTEGER ? 'java.lang.Integer' : 'java.lang.Long';
}

function wrapped(value: unknown): string {
  const kind = xstreamKind(value);
  return `<value class="${kind}">${insideOf(value)}</value>`;
}

function xstreamKind(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'linked-hash-map';
  if (typeof value === 'number') {
    const name = numberClass(value);
    return name.endsWith('Integer') ? 'int' : name.endsWith('Long') ? 'long' : 'big-decimal';
  }
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

function insideOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(elementOf).join('');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, one]) => `<entry>${elementOf(key)}${elementOf(one)}</entry>`)
      .join('');
  }
  return escapeXmlText(replaceIllegalXml(String(value)));
}

function elementOf(value: unknown): string {
  const kind = xstreamKind(value);
  return `<${kind}>${insideOf(value)}</${kind}>`;
}
