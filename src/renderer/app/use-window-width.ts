import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void) {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** Width of the window in CSS pixels. */
export const useWindowWidth = () => useSyncExternalStore(subscribe, () => window.innerWidth);
