import type { Change } from '#core/edit/change.ts';
import { addRange } from '#core/edit/commands/add-range.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { removeRange } from '#core/edit/commands/remove-range.ts';
import { removeRelation } from '#core/edit/commands/remove-relation.ts';
import { removeSpan } from '#core/edit/commands/remove-span.ts';
import { retypeSpan } from '#core/edit/commands/retype-span.ts';
import { reverseRelation } from '#core/edit/commands/reverse-relation.ts';
import { setRanges } from '#core/edit/commands/set-ranges.ts';
import { describeChange } from '#core/edit/describe.ts';
import type { EditError } from '#core/edit/edit-error.ts';
import type { SpanId } from '#core/model/ids.ts';
import type { Range, Ranges } from '#core/model/range.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Result } from '#core/result.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { edit } from './edit.ts';
import { newSpanId } from './ids.ts';
import { select } from './select.ts';
import { useSession } from './session.ts';
import { textView } from './text-handle.ts';

/** Carries out a command on the open set; what it does is also what undo calls it. @returns whether it was. */
export function act(
  code: string,
  command: (set: SetIndex, schema: Schema) => Result<Change, EditError>,
): boolean {
  const { document, project } = useSession.getState();
  if (!(document && project)) return false;
  const result = command(document.index, project.schema);
  const label = result.ok ? describeChange(document.index, result.value, document.text) : code;
  return edit(result, label, code);
}

/** Tags words; the new span is selected and the words are let go. */
export function tag(type: string, ranges: readonly Range[]) {
  const id = newSpanId();
  if (!act('span.add', (set, schema) => addSpan(set, schema, { id, type, ranges }))) return;
  useSession.setState({ lastType: type, words: null });
  textView()?.selectWords(null);
  select({ kind: 'span', id });
}

/** Gives a span another type. */
export function retype(spanId: SpanId, type: string) {
  if (act('span.retype', (set, schema) => retypeSpan(set, schema, { spanId, type })))
    useSession.setState({ lastType: type });
}

/** Uses a label: tags the selected words, else retypes the selected span. @returns whether there was either. */
export function tagOrRetype(type: string): boolean {
  const { words, selected } = useSession.getState();
  if (words) tag(type, words);
  else if (selected?.kind === 'span') retype(selected.id, type);
  else return false;
  return true;
}

/** Takes a label in hand, or puts down the one that is (`null`, or the same again). */
export const arm = (type: string | null) =>
  useSession.setState(({ armed }) => ({ armed: armed === type ? null : type }));

/** Gives a span other edges. */
export const moveEdges = (spanId: SpanId, ranges: Ranges) =>
  act('span.ranges', (set, schema) => setRanges(set, schema, { spanId, ranges }));

const selectedSpan = () => {
  const { selected } = useSession.getState();
  return selected?.kind === 'span' ? selected.id : undefined;
};

/** Adds the selected words to the selected span. */
export function addWords() {
  const { words } = useSession.getState();
  const spanId = selectedSpan();
  if (!words || spanId === undefined) return;
  for (const range of words) {
    if (!act('span.ranges', (set, schema) => addRange(set, schema, { spanId, range }))) return;
  }
  useSession.setState({ words: null });
  textView()?.selectWords(null);
}

/** Takes the range at the caret out of the selected span. */
export function removeRangeHere() {
  const spanId = selectedSpan();
  const at = textView()?.caret();
  if (spanId !== undefined && at !== undefined)
    act('span.ranges', (set, schema) => removeRange(set, schema, { spanId, at }));
}

/** Deletes the selected annotation; a span goes with its relations. */
export function deleteSelected() {
  const { selected } = useSession.getState();
  if (selected?.kind === 'span') {
    const spanId = selected.id;
    act('span.remove', (set, schema) => removeSpan(set, schema, { spanId }));
  } else if (selected) {
    const relationId = selected.id;
    act('relation.remove', (set, schema) => removeRelation(set, schema, { relationId }));
  }
}

/** Turns the selected relation round. */
export function reverseSelected() {
  const { selected } = useSession.getState();
  if (selected?.kind !== 'relation') return;
  const relationId = selected.id;
  act('relation.reverse', (set, schema) => reverseRelation(set, schema, { relationId }));
}
