import { escapeXmlAttribute, escapeXmlText } from './escape.ts';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Attributes in the order of writing; those that are undefined are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** `<name a="b">`: the caller writes the end. Names are written as they are. */
export function startTag(name: string, attributes: XmlAttributes = {}): string {
  return `<${name}${attributesOf(attributes)}>`;
}

/** `<name a="b"/>` */
export function emptyTag(name: string, attributes: XmlAttributes = {}): string {
  return `<${name}${attributesOf(attributes)}/>`;
}

/** `<name a="b">text</name>`, the text escaped. */
export function textElement(name: string, text: string, attributes: XmlAttributes = {}): string {
  return `${startTag(name, attributes)}${escapeXmlText(text)}</${name}>`;
}

function attributesOf(attributes: XmlAttributes): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) written += ` ${name}="${escapeXmlAttribute(String(value))}"`;
  }
  return written;
}
