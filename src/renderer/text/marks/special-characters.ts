import { highlightSpecialChars } from '@codemirror/view';
import styles from './marks.module.css';

const DELETE = 0x7f;
const NAMES: Readonly<Record<number, string>> = {
  133: 'next line',
  173: 'soft hyphen',
  8203: 'zero-width space',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  65279: 'zero-width no-break space',
};

/**
 * Shows characters that cannot be seen by a symbol. They stay in the text and keep their offset. The
 * carriage return of a CRLF line end shows as nothing: it is there, and no one needs to see it.
 */
export const specialCharacters = highlightSpecialChars({
  render(code, description) {
    const element = document.createElement('span');
    if (code === 0x0d) {
      element.className = styles.hidden ?? '';
      return element;
    }
    const name = NAMES[code] ?? description ?? `character U+${code.toString(16).padStart(4, '0')}`;
    element.className = styles.control ?? '';
    element.textContent = symbolOf(code);
    element.title = name;
    element.setAttribute('aria-label', name);
    return element;
  },
});

function symbolOf(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === DELETE) return '␡';
  if (code === 0xad) return '-';
  return '·';
}
