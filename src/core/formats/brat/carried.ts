import { z } from 'zod';
import type { DatasetDocument } from '../dataset.ts';
import { type AnnotationFile, type ReadAnnotations, readAnnotations } from './read-annotations.ts';

/** Id of the format. */
export const BRAT = 'brat';

const carriedType = z.object({
  files: z.array(z.object({ extension: z.string().regex(/^[a-z0-9]{1,8}$/u), text: z.string() })),
  shown: z.array(z.tuple([z.string(), z.string()])),
});

/** What a document of brat carries: its files as they were, and the names that were put in. */
export type CarriedFiles = z.infer<typeof carriedType>;

/** What the document carries, not read yet. */
export function carriedData({ carried }: DatasetDocument): CarriedFiles | undefined {
  return carried?.format === BRAT ? carriedType.safeParse(carried.data).data : undefined;
}

/** The files as they were, with what is read from them; `undefined` where there are none. */
export function carriedFiles(
  document: DatasetDocument,
): { readonly files: CarriedFiles['files']; readonly read: ReadAnnotations } | undefined {
  const carried = carriedData(document);
  if (!carried) return undefined;
  const { files, shown } = carried;
  const sources: readonly AnnotationFile[] = files.map((file) => ({ ...file, path: '' }));
  return { files, read: readAnnotations(document.text, sources, new Map(shown)) };
}
