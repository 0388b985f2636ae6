/**
 * Keeps the menu bar from taking the keys after Alt was held for the mouse, as in selecting by
 * character: on Windows and Linux an Alt that is let go moves the focus there. Alt alone still does.
 */
export function keepAltFromMenu(): void {
  let isForMouse = false;
  const held = (event: MouseEvent) => {
    isForMouse ||= event.altKey;
  };
  window.addEventListener('mousedown', held, true);
  window.addEventListener('wheel', held, { capture: true, passive: true });
  window.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== 'Alt') return;
      if (isForMouse) event.preventDefault();
      isForMouse = false;
    },
    true,
  );
}
