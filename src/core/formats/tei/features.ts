import type { AttributeValue } from '../../model/attribute.ts';
import { replaceIllegalXml } from '../xml/escape.ts';
import { emptyTag, startTag, textElement } from '../xml/write-xml.ts';
import { childElements, textIn, type XmlElement } from '../xml/xml-element.ts';
import { nameOf } from './elements.ts';

/** Features that are none of the person's. */
export const FEATURE = {
  note: 'glossator.note',
  status: 'glossator.status',
  statusAt: 'glossator.statusAt',
} as const;

const BINARY = /^(?:true|1)$/u;

/** The values of a feature structure, by name. `n` has the name where `name` cannot hold it. */
export function readFeatures(fs: XmlElement): ReadonlyMap<string, AttributeValue> {
  const values = new Map<string, AttributeValue>();
  for (const f of childElements(fs)) {
    if (nameOf(f) !== 'f') continue;
    const { name = '', n } = f.attributes;
    const [value] = childElements(f);
    const read = value ? valueIn(value) : textIn(f).trim();
    const shown = n ?? name;
    if (read !== undefined && shown !== '' && shown !== '__proto__') values.set(shown, read);
  }
  return values;
}

function valueIn(element: XmlElement): AttributeValue | undefined {
  const { value = '' } = element.attributes;
  switch (nameOf(element)) {
    case 'string':
      return textIn(element);
    case 'symbol':
      return value;
    case 'binary':
      return BINARY.test(value);
    case 'numeric': {
      const number = Number(value);
      return value.trim() !== '' && Number.isFinite(number) ? number : value;
    }
    case 'vColl':
      return childElements(element).map((one) => String(valueIn(one) ?? ''));
    default:
      return undefined;
  }
}

/** A name as `name` and `type` can hold it: without white space. */
export function wordOf(name: string): string {
  return replaceIllegalXml(name).replace(/\s+/gu, '_') || '_';
}

/** A feature structure about something, in one line. */
export function featureStructure(
  about: Readonly<Record<string, string>>,
  features: readonly (readonly [string, AttributeValue])[],
): string {
  const inside = features.map(([name, value]) => {
    const word = wordOf(name);
    const n = word === name ? undefined : replaceIllegalXml(name);
    return `${startTag('f', { name: word, n })}${valueXml(value)}</f>`;
  });
  return `${startTag('fs', about)}${inside.join('')}</fs>`;
}

function valueXml(value: AttributeValue): string {
  if (typeof value === 'boolean') return emptyTag('binary', { value });
  if (typeof value === 'number') return emptyTag('numeric', { value });
  if (typeof value === 'string') return textElement('string', replaceIllegalXml(value));
  return `<vColl org="list">${value.map(valueXml).join('')}</vColl>`;
}
