/** What stands behind the three general choices, and behind a font that is not there. */
const GENERAL: Readonly<Record<string, string>> = {
  serif: 'var(--font-text)',
  sans: 'var(--font-ui)',
  mono: 'var(--font-mono)',
};

/** Families that are often there and good to read; those that this machine has are offered. */
const KNOWN = [
  'Iowan Old Style',
  'Palatino Linotype',
  'Georgia',
  'Charter',
  'Cambria',
  'Noto Serif',
  'DejaVu Serif',
  'Liberation Serif',
  'Times New Roman',
  'Noto Naskh Arabic',
  'Noto Serif CJK SC',
  'Noto Serif CJK JP',
  'Verdana',
  'Segoe UI',
  'Helvetica Neue',
  'Arial',
  'Noto Sans',
  'DejaVu Sans',
  'Liberation Sans',
  'Atkinson Hyperlegible',
  'OpenDyslexic',
  'Comic Sans MS',
  'Cascadia Mono',
  'Consolas',
  'Menlo',
  'DejaVu Sans Mono',
  'Noto Sans Mono',
] as const;

/** The CSS value of a font setting: `serif`, `sans`, `mono`, or the name of a family. */
export function fontFamily(textFont: string): string {
  return GENERAL[textFont] ?? `'${textFont}', var(--font-text)`;
}

/** The known families that this machine has. Nothing is loaded from anywhere. */
export function installedFonts(): readonly string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [];
  const width = (family: string) => {
    context.font = `40px ${family}`;
    return context.measureText('mmmmmmmlliWQ&@0Ωж').width;
  };
  // A family is there where it differs from both fallbacks: it cannot be the same as either.
  const plain = { serif: width('serif'), monospace: width('monospace') };
  return KNOWN.filter(
    (family) =>
      width(`'${family}', serif`) !== plain.serif ||
      width(`'${family}', monospace`) !== plain.monospace,
  );
}
