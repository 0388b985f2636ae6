import { useEffect, useState } from 'react';
import type { FontFile } from '#core/figure/font-faces.ts';
import { say } from '../state/messages.ts';
import { loadFigureFonts } from './figure-fonts.ts';

/** The fonts of figures; `null` while they are read. Where they cannot be, others stand in. */
export function useFigureFonts(): readonly FontFile[] | null {
  const [fonts, setFonts] = useState<readonly FontFile[] | null>(null);
  useEffect(() => {
    loadFigureFonts().then(setFonts, (error: unknown) => {
      say('error', error instanceof Error ? error.message : String(error));
      setFonts([]);
    });
  }, []);
  return fonts;
}
