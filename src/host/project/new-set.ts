import type { DatasetSet } from '#core/formats/dataset.ts';
import { sha256Of } from '../store/durable-adapter.ts';
import { SetCodec } from '../store/set-codec.ts';
import { setFileCodec } from '../store/set-contents.ts';
import type { DocumentFiles } from './session.ts';

/**
 * The JSON file of a set that comes with its document. It begins at revision 1: what came before is not
 * in a log, so that a log always starts after it.
 */
export async function encodeNewSet(
  { documentId, text }: Pick<DocumentFiles, 'documentId' | 'text'>,
  { annotator, records }: DatasetSet,
): Promise<Uint8Array> {
  const codec = setFileCodec(new SetCodec(text));
  return codec.encode({
    ...{ documentId, annotator, records, misplaced: [] },
    ...{ revision: 1, textSha256: sha256Of(text) },
  });
}
