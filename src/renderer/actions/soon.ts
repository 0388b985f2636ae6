/** Does something once React has drawn what the last change of state asked for. */
export function soon(work: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(work));
}
