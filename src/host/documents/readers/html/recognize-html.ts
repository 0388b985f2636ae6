import { byteOrderMark } from '#core/text/decode/bom.ts';

const HEAD = 4096;
/** Byte order marks, white space, comments and an XML declaration may come first. */
const BEFORE = /^(?:\s|\ufeff|<!--(?:(?!-->)[\s\S])*-->|<\?xml[^>]*\?>)*/u;
const ROOT = /^<html[\s>]/iu;
const ELEMENT =
  /^<(?:head|body|title|meta|base|link|style|script|div|p|h[1-6]|table|ul|ol|article|main|section|span|a|b|i|em|strong|br|center|font|pre)(?:\s[^<>]*)?\/?>/iu;
const TAGS =
  /<\/?(?:div|p|h[1-6]|table|t[rdh]|ul|ol|li|span|a|b|i|em|strong|br|body)(?:\s[^<>]*)?\/?>/giu;

/** How likely bytes are an HTML or XHTML page: by its document type, root, or tags, 0 to 1. */
export function recognizeHtml(bytes: Uint8Array): number {
  const text = headOf(bytes);
  if (text === undefined) return 0;
  const before = BEFORE.exec(text)?.[0] ?? '';
  const start = text.slice(before.length);
  if (/^<!doctype\s+html\b/iu.test(start)) return 1;
  if (ROOT.test(start)) return 0.98;
  if (before.includes('<?xml') || !ELEMENT.test(start)) return 0;
  // A fragment: Markdown may begin with one tag, too.
  return (text.match(TAGS)?.length ?? 0) >= 3 ? 0.7 : 0.2;
}

function headOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD));
  const mark = byteOrderMark(bytes)?.encoding;
  if (mark === 'utf-16le') return head.toString('utf16le');
  if (mark === 'utf-16be')
    return head
      .subarray(0, head.length & ~1)
      .swap16()
      .toString('utf16le');
  return head.includes(0) ? undefined : head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/u, '');
}
