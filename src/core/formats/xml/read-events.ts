import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../../result.ts';
import { linesOf } from '../../text/lines.ts';
import type { XmlError, XmlStart } from './xml-element.ts';

/** What is told of an XML text, in its order. */
export interface XmlHandlers {
  open?(start: XmlStart): void;
  /** A piece of text: references resolved, CDATA included, white space kept. Comments part pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

/** What a format lets pass. */
export interface XmlOptions {
  /**
   * `refuse` (the default): no document type at all. `reference`: a `<!DOCTYPE name SYSTEM "…">` that only
   * names its definition is let pass, and never loaded; one that holds definitions is refused.
   */
  readonly doctype?: 'refuse' | 'reference';
}

/** How deep elements may be nested. */
export const MAX_XML_DEPTH = 200;

/** Code units handed over at once: reading ends soon after the first fault. */
const CHUNK = 1 << 16;

/**
 * Reads XML 1.0 or 1.1, telling the handlers what comes. Nothing is ever fetched or expanded: refused
 * with line and column are document type definitions, entities other than those of XML itself, elements
 * nested deeper than 200, and whatever is not well-formed. Line ends become LF, as XML says. After a
 * failure, what the handlers were told is of no use.
 */
export function readXmlEvents(
  text: string,
  file: string,
  handlers: XmlHandlers,
  options: XmlOptions = {},
): Result<undefined, XmlError> {
  const steps = stepXmlEvents(text, file, handlers, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
  }
}

/** Does the same in steps of about a millisecond, for callers that have to stay responsive. */
export function* stepXmlEvents(
  text: string,
  file: string,
  handlers: XmlHandlers,
  options: XmlOptions = {},
): Generator<void, Result<undefined, XmlError>> {
  const parser = new SaxesParser();
  let problem: XmlError | undefined;
  let depth = 0;
  const here = () => ({ line: parser.line, column: Math.max(1, parser.columnIndex) });
  const fail = (message: string, place: { line: number; column: number } = here()) => {
    problem ??= { code: 'invalid-file', message, place: { file, ...place } };
  };

  parser.on('error', ({ message }) => fail(faultOf(message)));
  parser.on('doctype', (doctype) => {
    const start = Math.max(0, text.lastIndexOf('<!DOCTYPE', parser.position));
    const refusal = doctypeRefusal(doctype, options);
    if (refusal !== undefined) fail(refusal, linesOf(text).placeOf(start));
  });
  let place = { line: 1, column: 1 };
  parser.on('opentagstart', ({ name }) => {
    const column = parser.columnIndex - name.length - 1;
    place = column > 0 ? { line: parser.line, column } : placeBefore(text, parser);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > MAX_XML_DEPTH) {
      fail(`Elements are nested more than ${MAX_XML_DEPTH} deep.`, place);
    }
    if (!problem) handlers.open?.({ name, attributes, ...place });
  });
  const onText = (piece: string) => {
    if (!problem && depth > 0 && piece !== '') handlers.text?.(piece);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    depth--;
    if (!problem) handlers.close?.(name);
  });

  for (let at = 0; at < text.length && !problem; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    yield;
  }
  if (!problem) parser.close();
  return problem ? err(problem) : ok(undefined);
}

/** Where a tag started whose name is followed by a line end, which has been read already. */
function placeBefore(text: string, parser: { readonly line: number; readonly position: number }) {
  const start = text.lastIndexOf('<', parser.position);
  const lineStart = 1 + Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('\r', start));
  return { line: Math.max(1, parser.line - 1), column: start - lineStart + 1 };
}

function faultOf(message: string): string {
  const reason = message.replace(/^(?:.*:)?\d+:\d+: /u, '').replace(/\.$/u, '');
  return /entity/u.test(reason)
    ? `Entities other than those of XML itself are not allowed (${reason}).`
    : `This is not well-formed XML: ${reason}.`;
}

/** Why a document type is refused; `undefined` where it may pass. */
function doctypeRefusal(doctype: string, { doctype: allowed }: XmlOptions): string | undefined {
  const isReference = !/[[\]]|<!/u.test(doctype);
  if (allowed === 'reference' && isReference) return undefined;
  return 'A document type definition (DTD) is not allowed here: entities and definitions are never loaded or expanded. Take the <!DOCTYPE …> out of the file.';
}
