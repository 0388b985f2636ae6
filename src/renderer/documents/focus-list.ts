/** Puts the keyboard focus on the list of documents, or of what was found. @returns whether it is there. */
export function focusList(): boolean {
  const list = document.querySelector<HTMLElement>('[data-documents] [role="listbox"]');
  list?.focus();
  return list !== null;
}

/** Puts the keyboard focus into the search field of the documents pane, with what stands there selected. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-documents] input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null;
}
