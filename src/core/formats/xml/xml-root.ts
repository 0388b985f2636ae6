import type { SourceFile } from '../format.ts';
import { localName } from './namespaces.ts';
import { xmlHead } from './xml-text.ts';

/** The outermost element of a file, as far as its start shows it. */
export interface XmlRoot {
  /** Without prefix. */
  readonly local: string;
  /** Its start tag from the name on, and what follows it in the start of the file. */
  readonly rest: string;
  /** The document type declaration before it; empty where there is none. */
  readonly doctype: string;
}

/** Finds the outermost element, for recognising a format; `undefined` where the file is no XML. */
export function xmlRoot(file: SourceFile): XmlRoot | undefined {
  const head = xmlHead(file);
  let doctype = '';
  let at = skipBlanks(head, 0);
  for (;;) {
    if (head.startsWith('<?', at)) at = after(head, '?>', at);
    else if (head.startsWith('<!--', at)) at = after(head, '-->', at);
    else if (head.startsWith('<!DOCTYPE', at)) {
      const end = after(head, '>', at);
      doctype = head.slice(at, end);
      at = end;
    } else break;
    at = skipBlanks(head, at);
  }
  const [, name] = /^<([\w.:-]+)/u.exec(head.slice(at, at + 200)) ?? [];
  return name === undefined
    ? undefined
    : { local: localName(name), rest: head.slice(at + 1), doctype };
}

function after(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found + sign.length;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text[at] ?? '')) at++;
  return at;
}
