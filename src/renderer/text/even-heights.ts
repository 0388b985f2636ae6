import type { Line, Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** What CodeMirror knows of the height of text that it has not measured yet. */
interface Oracle {
  readonly doc: Text;
  readonly lineWrapping: boolean;
}

interface Metrics {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly perLine: number;
  readonly perChar: number;
}

/** The methods of CodeMirror's node for text that it has not measured. */
interface Gap {
  heightMetrics(oracle: Oracle, offset: number): Metrics;
  blockAt(height: number, oracle: Oracle, top: number, offset: number): unknown;
  lineAt(pos: number, type: number, oracle: Oracle, top: number, offset: number): unknown;
}

interface Node {
  readonly left?: Node;
  readonly right?: Node;
}

/** `QueryType.ByPos` of CodeMirror. */
const BY_POSITION = 0;
const mended = new WeakSet<object>();

/**
 * Makes CodeMirror's two guesses about unmeasured text agree. Where a line lies it guesses by counting
 * lines, but which line lies at a height by counting characters. In a book the two are whole screens
 * apart, so that a jump with the scroll bar lands, is corrected and lands again, until the measure loop
 * gives up with a warning. Here the second guess becomes the inverse of the first.
 *
 * Reaches into CodeMirror; where its inside has changed, nothing is done.
 */
export function makeHeightsAgree(view: EditorView): void {
  const { heightMap } = (view as unknown as { viewState?: { heightMap?: Node } }).viewState ?? {};
  const gap = heightMap && findGap(heightMap);
  if (!gap) return;
  const methods = Object.getPrototypeOf(gap) as Gap;
  if (mended.has(methods)) return;
  mended.add(methods);
  const byCharacters = methods.blockAt;
  methods.blockAt = function blockAt(height, oracle, top, offset) {
    if (!oracle.lineWrapping) return byCharacters.call(this, height, oracle, top, offset);
    const line = lineAtHeight(oracle.doc, this.heightMetrics(oracle, offset), height - top, offset);
    return this.lineAt(line.from, BY_POSITION, oracle, top, offset);
  };
}

/** The last line that starts at or above `height`, as CodeMirror guesses where lines start. */
function lineAtHeight(doc: Text, metrics: Metrics, height: number, offset: number): Line {
  const { firstLine, lastLine, perLine, perChar } = metrics;
  let [low, high] = [firstLine, lastLine];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const above = middle - firstLine;
    const top = perLine * above + perChar * (doc.line(middle).from - offset - above);
    if (top <= height) low = middle;
    else high = middle - 1;
  }
  return doc.line(low);
}

function findGap(node: Node): Gap | undefined {
  if ('heightMetrics' in node && 'blockAt' in node && 'lineAt' in node)
    return node as unknown as Gap;
  return (node.left && findGap(node.left)) ?? (node.right && findGap(node.right));
}
