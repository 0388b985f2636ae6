import type { MigrationPreview } from '#api/calls/schema.ts';
import { plural } from '../../inspector/words.ts';

/** `214 spans and 30 relations in 12 documents`; empty where nothing is concerned. */
export function countWords(preview: MigrationPreview): string {
  const parts = [
    preview.spans > 0 ? plural(preview.spans, 'span') : '',
    preview.relations > 0 ? plural(preview.relations, 'relation') : '',
    preview.labels > 0 ? plural(preview.labels, 'document label') : '',
  ].filter((part) => part !== '');
  const last = parts.pop();
  if (last === undefined) return '';
  const things = parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
  const sets = preview.sets > preview.documents ? `, ${plural(preview.sets, 'set')}` : '';
  return `${things} in ${plural(preview.documents, 'document')}${sets}`;
}
