import type { Theme } from '#api/calls/app.ts';

/** What the system's own parts (menus, dialogs, scroll bars) wear beside one of our themes. */
export function themeSource(theme: Theme): 'system' | 'light' | 'dark' {
  if (theme === 'system') return theme;
  return theme === 'dark' || theme === 'contrast-dark' ? 'dark' : 'light';
}
