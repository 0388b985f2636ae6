import { extname } from 'node:path';
import { z } from 'zod';
import type { ApiError } from '#api/problem.ts';
import { parseJson } from '#core/formats/parse-json.ts';
import { readXmlEvents } from '#core/formats/xml/read-events.ts';
import { linesOf } from '#core/text/lines.ts';
import { TEXT_EXTENSIONS } from '../documents/limits.ts';

/** Why a file that would be taken for plain text is likely something else. */
export interface Doubt {
  readonly problem: ApiError;
  /** Whether it is damaged: it is not read as text unless somebody says so. */
  readonly isBroken: boolean;
}

const JSON_START = /^\s*(?:\{\s*"|\[\s*[{["])/u;
const XML_START = /^\s*<(?:\?xml\s|[A-Za-z_][\w.:-]*(?:\s+[\w.:-]+\s*=|\s*\/?>))/u;
const AS_TEXT = 'To import it as a text all the same, give its name the ending .txt.';
const UNKNOWN =
  'but is of no kind that is read here: all of it, signs and names, would become the text.';

/**
 * What is doubtful about a text that no reader recognises: it begins like JSON, JSON Lines or XML. Names
 * that end as those of texts do are taken at their word.
 */
export function doubtOf(path: string, text: string): Doubt | null {
  if (TEXT_EXTENSIONS.has(extname(path).toLowerCase())) return null;
  if (JSON_START.test(text)) return ofJson(path, text);
  return XML_START.test(text) ? ofXml(path, text) : null;
}

function ofJson(path: string, text: string): Doubt {
  const whole = faultOf(path, text, 1);
  if (!whole) return unknown(path, 'JSON');
  const lines = text.split(/\r\n?|\n/u);
  const first = lines.findIndex((line) => line.trim() !== '');
  const isLines = lines.length > 1 && !faultOf(path, lines[first] ?? '', 1);
  if (!isLines) return broken(path, 'JSON', whole, text);
  for (const [i, line] of lines.entries()) {
    const fault = line.trim() === '' ? null : faultOf(path, line, i + 1);
    if (fault) return broken(path, 'JSON Lines', fault, line);
  }
  return unknown(path, 'JSON Lines');
}

function ofXml(path: string, text: string): Doubt {
  const read = readXmlEvents(text, path, {}, { doctype: 'reference' });
  // Texts with marks of their own look like XML, too, unless they say that they are.
  if (read.ok || !text.trimStart().startsWith('<?xml')) return unknown(path, 'XML');
  return broken(path, 'XML', read.error, text);
}

function faultOf(path: string, text: string, line: number): Fault | null {
  const parsed = parseJson(z.unknown(), text, path, line);
  return parsed.ok ? null : parsed.error;
}

interface Fault {
  readonly message: string;
  readonly place?: { readonly line?: number; readonly column?: number };
}

function broken(path: string, kind: string, { message, place }: Fault, text: string): Doubt {
  const isCut = /end of (?:JSON )?input|unterminated string/iu.test(message);
  const line =
    (place?.line ?? 1) +
    (isCut && place?.column === undefined ? linesOf(text.trimEnd()).count - 1 : 0);
  const why = isCut ? 'it ends in the middle' : reasonIn(message);
  return {
    isBroken: true,
    problem: {
      code: 'invalid-file',
      message: `It looks like ${kind}, but line ${line} cannot be read: ${why}. ${AS_TEXT}`,
      place: { file: path, line, ...(place?.column === undefined ? {} : { column: place.column }) },
    },
  };
}

/** What is wrong, without the sentence around it: that it is no valid JSON or XML is said already. */
function reasonIn(message: string): string {
  const inJson = /^This is not valid JSON \((.+)\)\.$/su.exec(message)?.[1];
  return inJson ?? message.replace(/^This is not well-formed XML: /u, '').replace(/\.$/u, '');
}

function unknown(path: string, kind: string): Doubt {
  const message = `It looks like ${kind}, ${UNKNOWN}`;
  return { isBroken: false, problem: { code: 'invalid-file', message, place: { file: path } } };
}
