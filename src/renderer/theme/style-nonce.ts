/**
 * Lets Radix add its style sheets, such as the one that keeps the page from scrolling behind a dialog.
 * The content security policy takes only those with the page's nonce, which the main process put into
 * the head; Radix looks for it under this name.
 */
export function allowLibraryStyles(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  Object.assign(globalThis, { __webpack_nonce__: nonce });
}
