import { useSession } from '../state/session.ts';

/** Keeps the window in the colours that the person or else the system wants. */
export function followTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const wish = useSession.getState().app?.settings.theme ?? 'system';
    const ofSystem = system.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = wish === 'system' ? ofSystem : wish;
  };
  show();
  system.addEventListener('change', show);
  useSession.subscribe((state, before) => {
    if (state.app !== before.app) show();
  });
}
