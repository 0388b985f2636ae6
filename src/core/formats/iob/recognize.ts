import type { SourceFile } from '../format.ts';
import { withoutMark } from '../tokens/lines-in.ts';
import { type Survey, survey } from './detect-columns.ts';

/** What other formats of rows begin with. */
const OTHERS = /^(?:#FORMAT=|#begin document|# begin document|[[{<])/u;
/** So much of a file is enough to tell. */
const ENOUGH = 200_000;

/** A look at the rows, if these could be tokens with tags; `undefined` where they could not. */
export function surveyForTags(head: SourceFile): Survey | undefined {
  if (!('text' in head)) return undefined;
  const text = withoutMark(head.text);
  // The last row may be cut; without it the others still tell.
  const source = text.length > ENOUGH ? text.slice(0, text.lastIndexOf('\n', ENOUGH) + 1) : text;
  if (OTHERS.test(source) && !/^[[{<]\S*[ \t]/u.test(source)) return undefined;
  const found = survey(source);
  return found.rows > 0 && found.tagColumns.length > 0 ? found : undefined;
}
