/** Parts of the inspector that an action reaches. */
export type InspectorPart = 'first' | 'attributes' | 'note' | 'labels' | 'list';

/**
 * Puts the keyboard focus into the inspector: at a part, or at the first thing that takes it.
 * Call it when the inspector is on screen.
 * @returns whether there was anything to focus.
 */
export function focusInspector(part: InspectorPart = 'first'): boolean {
  const root = document.querySelector('[data-inspector]');
  if (!root) return false;
  const scope = part === 'first' ? root : (root.querySelector(`[data-part="${part}"]`) ?? root);
  const target = scope.querySelector<HTMLElement>(
    'input:not(:disabled), textarea:not(:disabled), button:not(:disabled), [tabindex="0"]',
  );
  target?.focus();
  return target !== null;
}
