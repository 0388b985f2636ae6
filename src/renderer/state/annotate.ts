import type { Change } from '#core/edit/change.ts';
import { addRange } from '#core/edit/commands/add-range.ts';
import { removeRange } from '#core/edit/commands/remove-range.ts';
import { setRanges } from '#core/edit/commands/set-ranges.ts';
import { describeChange } from '#core/edit/describe.ts';
import type { EditError } from '#core/edit/edit-error.ts';
import type { SpanId } from '#core/model/ids.ts';
import type { Ranges } from '#core/model/range.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Result } from '#core/result.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import { deleteRelation, deleteSpan, reverse, tagWords } from '../inspector/edits.ts';
import { applyLabel, armLabel, labelUse } from '../labels/apply-label.ts';
import { edit } from './edit.ts';
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
export function tag(type: string, ranges: Ranges) {
  if (!tagWords(ranges, type)) return;
  useSession.setState({ lastType: type });
  textView()?.selectWords(null);
}

/** Uses a label: tags the selected words, else retypes the selected span. @returns whether there was either. */
export function tagOrRetype(type: string): boolean {
  if (labelUse() === 'arm') return false;
  applyLabel(type);
  return true;
}

/** Takes a label in hand, or puts down the one that is (`null`, or the same again). */
export const arm = (type: string | null) =>
  armLabel(useSession.getState().armed === type ? null : type);

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
  if (selected?.kind === 'span') deleteSpan(selected.id);
  else if (selected) deleteRelation(selected.id);
}

/** Turns the selected relation round. */
export function reverseSelected() {
  const { selected } = useSession.getState();
  if (selected?.kind === 'relation') reverse(selected.id);
}
