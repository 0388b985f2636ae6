import { useSession } from '../state/session.ts';

/** Keeps the window light or dark, as the person or else the system wants it. */
export function followTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const wish = useSession.getState().app?.settings.theme ?? 'system';
    const isDark = wish === 'system' ? system.matches : wish === 'dark';
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  };
  show();
  system.addEventListener('change', show);
  useSession.subscribe((state, before) => {
    if (state.app !== before.app) show();
  });
}
