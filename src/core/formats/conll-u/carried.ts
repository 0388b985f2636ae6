import { z } from 'zod';
import type { DatasetDocument } from '../dataset.ts';
import type { NameStyle } from './name-style.ts';
import { type ParsedDocument, parseDocument } from './parse-document.ts';

export const CONLL_U = 'conll-u';

const carriedType = z.object({
  source: z.string(),
  names: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ids'), fields: z.array(z.string()).min(1).max(100) }),
    z.object({ kind: z.literal('types') }),
    z.object({ kind: z.literal('tags'), key: z.string().min(1) }),
    z.object({ kind: z.literal('none') }),
  ]),
});

/** The rows of one document as the file had them. */
export interface CarriedConllu {
  readonly source: string;
  readonly names: NameStyle | { readonly kind: 'none' };
}

/** The carried rows of a document, parsed, if they are there and still fit its text. */
export function carriedConllu(document: DatasetDocument):
  | {
      readonly source: string;
      readonly style: NameStyle | undefined;
      readonly parsed: ParsedDocument;
    }
  | undefined {
  if (document.carried?.format !== CONLL_U || !document.tokens) return undefined;
  const data = carriedType.safeParse(document.carried.data);
  if (!data.success) return undefined;
  const { source, names } = data.data;
  const style = names.kind === 'none' ? undefined : names;
  const parsed = parseDocument(source, style);
  if (!('text' in parsed) || parsed.text !== document.text) return undefined;
  return parsed.tokens.length === document.tokens.length ? { source, style, parsed } : undefined;
}
