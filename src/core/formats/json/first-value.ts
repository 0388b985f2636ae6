import type { SourceFile } from '../format.ts';
import { withoutMark } from '../tokens/lines-in.ts';
import { readJsonValues } from './json-values.ts';

/** As much of a file as is looked at where it does not say at once what it is. */
const HEAD = 1_000_000;

/**
 * The first value of a file, or the first item where the file is a list; for recognising it. The file may be
 * cut off anywhere: what has begun by then is taken as it is. `undefined` where there is no value.
 */
export function firstValue(file: SourceFile): unknown {
  if (!('text' in file)) return undefined;
  const text = withoutMark(file.text).slice(0, HEAD).trimStart();
  if (!/^[[{]/u.test(text)) return undefined;
  const line = text.slice(0, text.search(/\n|$/u));
  const whole = readJsonValues({ path: '', text: line });
  const first = whole.ok ? whole.value[0]?.value : undefined;
  if (first !== undefined) return first;
  const values = readJsonValues({ path: '', text: closed(text) });
  return values.ok ? values.value[0]?.value : undefined;
}

/** The first value of a text, with what is open at its end closed. */
function closed(text: string): string {
  const open: string[] = [];
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{') open.unshift('}');
    else if (character === '[') open.unshift(']');
    else if (character === '}' || character === ']') {
      open.shift();
      if (open.length === 0) return text.slice(0, at + 1);
    }
  }
  const end = open.join('');
  const bare = isString
    ? `${text.replace(/\\(?:u[0-9a-fA-F]{0,3})?$/u, '')}"`
    : text.replace(/[^\]}"[{,:]*$/u, '').replace(/,$/u, '');
  // The end may be a value, a name, or the colon after one.
  const tries = [bare + end, `${bare}:null${end}`, `${bare}null${end}`];
  return tries.find((one) => readJsonValues({ path: '', text: one }).ok) ?? '';
}
