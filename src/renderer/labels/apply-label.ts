import { changeSpanType, tagWords } from '../inspector/edits.ts';
import { useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';

/** What using a label would do now. */
export type LabelUse = 'tag' | 'retype' | 'arm';

/** Tags where words are selected, retypes where a span is, arms the label otherwise. */
export function labelUse(): LabelUse {
  const { words, selected } = useSession.getState();
  if (words) return 'tag';
  return selected?.kind === 'span' ? 'retype' : 'arm';
}

/** Uses a label as the moment has it; see `labelUse`. The label armed already is put down. */
export function applyLabel(type: string) {
  const { words, selected, armed } = useSession.getState();
  if (words) {
    if (!tagWords(words, type)) return;
    useSession.setState({ lastType: type });
    textView()?.selectWords(null);
  } else if (selected?.kind === 'span') {
    if (changeSpanType(selected.id, type)) useSession.setState({ lastType: type });
  } else armLabel(armed === type ? null : type);
}

/** Arms a label: from now on selecting words tags them. `null` puts it down. */
export function armLabel(type: string | null) {
  useSession.setState({ armed: type });
  textView()?.focus();
}
