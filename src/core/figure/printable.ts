const CONTROL = /\p{Cc}/gu;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Words as they can be drawn and written into XML. Each code unit stays one code unit: control
 * characters become their symbols, halves of characters the sign for what cannot be read, tabs a wide blank.
 */
export function printable(words: string): string {
  return words
    .replace(/\t/gu, '\u2003')
    .replace(/[\r\n\u2028\u2029]/gu, ' ')
    .replace(CONTROL, symbolOf)
    .replace(LONE, '\ufffd')
    .replace(/[\ufffe\uffff]/gu, '\ufffd');
}

/** Text with the five signs of XML written so that it is nothing but text, in elements and attributes. */
export function escapeXml(words: string): string {
  return words.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

function symbolOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '·';
}
