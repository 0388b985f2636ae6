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
 * Call it when the inspector is on screen, or about to be.
 */
export function focusInspector(part: InspectorPart = 'first') {
  const tab = tabOf(part);
  if (tab) showTab(tab);
  // The tab, and the inspector itself, may only be drawn in the next frame.
  requestAnimationFrame(() => {
    const root = document.querySelector('[data-inspector]');
    const places = [selectorOf(part), '[data-inspector-body][data-state="active"]'];
    const target = places
      .map((place) => root?.querySelector(place)?.querySelector<HTMLElement>(FOCUSABLE))
      .find((element) => element instanceof HTMLElement);
    (target ?? root?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
  });
}
