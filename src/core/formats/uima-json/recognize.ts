import type { SourceFile } from '../format.ts';
import { withoutMark } from '../tokens/lines-in.ts';

/** Characters in which the first key stands. */
const START = 2000;

/** UIMA JSON CAS by its first key. */
export function recognizesJson(head: SourceFile): number {
  if (!('text' in head)) return 0;
  const start = withoutMark(head.text.slice(0, START));
  return /^\s*\{\s*"%(?:HEADER|TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/u.test(start) ? 1 : 0;
}
