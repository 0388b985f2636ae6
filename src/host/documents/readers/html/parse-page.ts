import type { ApiError } from '#api/problem.ts';
import { HtmlBuilder, type HtmlDocument, HtmlLimitError } from '#core/documents/html/parse-html.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Reading } from '../document-reader.ts';
import { turns } from '../turns.ts';

/** UTF-16 code units; a tree of more would fill the memory. */
const MAX_LENGTH = 50_000_000;
/** UTF-16 code units parsed at once. */
const PIECE = 64 * 1024;

/** Parses a page in pieces, letting other work have its turn. Fails where it is too long, or means too many elements. */
export async function parsePage(
  text: string,
  file: string,
  reading: Reading,
): Promise<Result<HtmlDocument, ApiError>> {
  if (text.length > MAX_LENGTH) {
    const message = `This page has more than ${MAX_LENGTH.toLocaleString('en')} characters, the most that are read of a web page. Save it as plain text.`;
    return err({ code: 'refused', message, place: { file } });
  }
  const builder = new HtmlBuilder(text.length);
  const turn = turns(reading);
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      builder.write(text.slice(at, at + PIECE));
      reading.progress(Math.min(text.length, at + PIECE), text.length);
      await turn();
    }
    return ok(builder.finish());
  } catch (error) {
    if (!(error instanceof HtmlLimitError)) throw error;
    return err({ code: 'invalid-file', message: error.message, place: { file } });
  }
}
