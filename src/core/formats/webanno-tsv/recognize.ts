import type { SourceFile } from '../format.ts';
import { withoutMark } from '../tokens/lines-in.ts';

/** WebAnno TSV 3 by its first line. */
export function recognizesTsv(head: SourceFile): number {
  if (!('text' in head)) return 0;
  return /^#FORMAT=\s*WebAnno TSV 3\.\d/u.test(withoutMark(head.text)) ? 1 : 0;
}
