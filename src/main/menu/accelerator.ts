const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  Mod: 'CmdOrCtrl',
};

/** A key of `src/api/actions.ts` in Electron's spelling: `Mod+Shift+ArrowUp` is `CmdOrCtrl+Shift+Up`. */
export function accelerator(key: string): string {
  const parts = key === '+' ? ['+'] : key.replace(/\+\+$/u, '+Plus').split('+');
  return parts.map((part) => NAMES[part] ?? part).join('+');
}
