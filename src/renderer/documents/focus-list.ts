/** Puts the keyboard focus on the list of documents, or of what was found. @returns whether it is there. */
export function focusList(): boolean {
  const list = document.querySelector<HTMLElement>('[data-documents] [role="listbox"]');
  list?.focus();
  return list !== null;
}
