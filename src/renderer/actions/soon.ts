/**
 * Does something once the window shows what the last change of its state asked for. The state's changes are
 * drawn before the next microtask, so that a key typed at once already goes where the focus was sent.
 */
export function soon(work: () => void) {
  queueMicrotask(() => queueMicrotask(work));
}
