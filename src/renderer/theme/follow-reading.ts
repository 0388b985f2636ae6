import type { Settings } from '#api/calls/app.ts';
import { DEFAULT_SETTINGS } from '#api/default-settings.ts';
import { useSession } from '../state/session.ts';
import { fontFamily } from './fonts.ts';

/** Average width of a letter of running text, in widths of the digit 0. */
const LETTER = 0.88;

/** Writes how the text is set into the page: font, line length, justification. */
export function followReading() {
  const show = () => write(useSession.getState().app?.settings ?? DEFAULT_SETTINGS);
  show();
  useSession.subscribe((state, before) => {
    if (state.app !== before.app) show();
  });
}

function write(settings: Settings) {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(readingStyle(settings)))
    style.setProperty(name, value);
}

/** The settings of the text as CSS custom properties; the text view and the preview read them. */
export function readingStyle({ textFont, measure, justify }: Settings) {
  const letter = textFont === 'mono' || textFont.endsWith('Mono') ? 1 : LETTER;
  return {
    '--reading-font': fontFamily(textFont),
    '--reading-measure': measure === 0 ? '100%' : `${Math.round(measure * letter)}ch`,
    '--reading-align': justify ? 'justify' : 'start',
  };
}
