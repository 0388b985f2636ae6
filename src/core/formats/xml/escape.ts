const IN_TEXT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const reference = (character: string) => IN_TEXT[character] ?? character;

/** Text as it stands between tags. CR becomes a reference: readers would take it for a line end. */
export function escapeXmlText(text: string): string {
  return text.replace(/[&<>\r]/g, reference);
}

/** A value as it stands between double quotes. TAB, LF and CR become references: readers would make them blanks. */
export function escapeXmlAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, reference);
}

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Where a text has characters that XML 1.0 cannot hold, not even as references: control characters,
 * halves of surrogate pairs, U+FFFE and U+FFFF. UTF-16 offsets, ascending.
 */
export function illegalXmlPositions(text: string): readonly number[] {
  return [...text.matchAll(ILLEGAL)].map(({ index }) => index);
}

/** The text with another character, of one code unit, for each that XML 1.0 cannot hold: offsets stay true. */
export function replaceIllegalXml(text: string, replacement = '\ufffd'): string {
  return text.replace(ILLEGAL, replacement);
}

const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NAME = new RegExp(
  `^[${NAME_START}][${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*$`,
  'u',
);

/** Whether XML takes this for the name of an element or attribute, as it is. */
export function isXmlName(name: string): boolean {
  return NAME.test(name);
}
