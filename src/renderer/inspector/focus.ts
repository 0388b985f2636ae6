import { useSession } from '../state/session.ts';
import { type InspectorTab, showTab } from './state.ts';

/** Parts of the inspector that an action reaches. */
export type InspectorPart = 'first' | 'attributes' | 'note' | 'labels' | 'list';

const FOCUSABLE =
  'input:not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled), [tabindex="0"]';

function tabOf(part: InspectorPart): InspectorTab | null {
  if (part === 'labels') return 'document';
  if (part === 'list') return 'list';
  if (part === 'first') return null;
  return useSession.getState().selected ? 'selection' : 'document';
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
    const places = [`[data-part="${part}"]`, '[data-inspector-body][data-state="active"]'];
    const target = places
      .map((place) => root?.querySelector(place)?.querySelector<HTMLElement>(FOCUSABLE))
      .find((element) => element instanceof HTMLElement);
    (target ?? root?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
  });
}

/**
 * Puts the keyboard focus at one attribute of the selected annotation, or at a document label
 * where `of` says so.
 */
export function focusAttribute(name: string, of: 'selection' | 'document' = 'selection') {
  showTab(of);
  requestAnimationFrame(() => {
    const part = of === 'selection' ? 'attributes' : 'labels';
    document
      .querySelector(`[data-inspector] [data-part="${part}"]`)
      ?.querySelector(`[data-attribute="${CSS.escape(name)}"]`)
      ?.querySelector<HTMLElement>(FOCUSABLE)
      ?.focus();
  });
}
