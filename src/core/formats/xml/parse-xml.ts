import { err, ok, type Result } from '../../result.ts';
import { readXmlEvents, type XmlOptions } from './read-events.ts';
import type { XmlElement, XmlError, XmlNode } from './xml-element.ts';

/** More elements than this are for `readXmlEvents`: a tree of them would fill the memory. */
const MAX_ELEMENTS = 5_000_000;

/**
 * Parses XML into a tree; see `readXmlEvents` for what is refused. Comments and processing
 * instructions are left out.
 */
export function parseXml(
  text: string,
  file: string,
  options: XmlOptions = {},
): Result<XmlElement, XmlError> {
  const open: XmlNode[][] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const read = readXmlEvents(
    text,
    file,
    {
      open: (start) => {
        count++;
        if (count > MAX_ELEMENTS) return;
        const children: XmlNode[] = [];
        const element: XmlElement = { ...start, children };
        open.at(-1)?.push(element);
        root ??= element;
        open.push(children);
      },
      text: (piece) => {
        const siblings = open.at(-1);
        const last = siblings?.at(-1);
        if (typeof last === 'string') siblings?.splice(-1, 1, last + piece);
        else siblings?.push(piece);
      },
      close: () => {
        open.pop();
      },
    },
    options,
  );
  if (!read.ok) return read;
  if (count > MAX_ELEMENTS) {
    const message = `This file has more than ${MAX_ELEMENTS.toLocaleString('en')} elements. Split it into smaller files.`;
    return err({ code: 'invalid-file', message, place: { file } });
  }
  if (root) return ok(root);
  return err({ code: 'invalid-file', message: 'This file holds no element.', place: { file } });
}
