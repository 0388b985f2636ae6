import { flushSync } from 'react-dom';
import { useSession } from '../state/session.ts';
import { type InspectorTab, showTab } from './state.ts';

/** Parts of the inspector that an action reaches, or one attribute or document label by its name. */
export type InspectorPart =
  | 'first'
  | 'attributes'
  | 'note'
  | 'labels'
  | 'list'
  | { readonly attribute: string }
  | { readonly label: string };

const FOCUSABLE =
  'input:not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled), [tabindex="0"]';

function tabOf(part: InspectorPart): InspectorTab | null {
  if (part === 'first') return null;
  if (part === 'list') return 'list';
  if (part === 'labels' || (typeof part === 'object' && 'label' in part)) return 'document';
  return useSession.getState().selected ? 'selection' : 'document';
}

function selectorOf(part: InspectorPart): string {
  if (typeof part === 'string') return `[data-part="${part}"]`;
  const [where, name] = 'label' in part ? ['labels', part.label] : ['attributes', part.attribute];
  return `[data-part="${where}"] [data-attribute="${CSS.escape(name)}"]`;
}

/**
 * Puts the keyboard focus into the inspector: at a part, or at the first thing that takes it.
 * Call it when the inspector is on screen, or about to be; not while React renders.
 */
export function focusInspector(part: InspectorPart = 'first') {
  const tab = tabOf(part);
  if (tab) flushSync(() => showTab(tab));
  // At once where it is drawn: what is typed next must not go to the text, where letters tag.
  const place = placeOf(part);
  if (place) place.focus();
  else requestAnimationFrame(() => (placeOf(part) ?? firstPlace())?.focus());
}

function placeOf(part: InspectorPart): HTMLElement | undefined {
  return [selectorOf(part), '[data-inspector-body][data-state="active"]']
    .map((place) => document.querySelector(`[data-inspector] ${place}`))
    .map((element) => element?.querySelector<HTMLElement>(FOCUSABLE))
    .find((element) => element instanceof HTMLElement);
}

function firstPlace(): HTMLElement | null {
  return document.querySelector('[data-inspector]')?.querySelector<HTMLElement>(FOCUSABLE) ?? null;
}
