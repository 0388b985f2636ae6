import type { DocumentEntry } from '#core/model/document.ts';
import { ANNA, TestWindow, temporaryFolder } from '../host/workspace.ts';

export const TEXT = 'Ada Lovelace met Charles Babbage in London.\r\n😀 She wrote notes.\n';

/** A window with a project of one letter, and the key of Anna's set on it. */
export async function lettersOf(texts = { 'letter.txt': TEXT }) {
  const window = new TestWindow(await temporaryFolder());
  const [entry]: readonly DocumentEntry[] = await window.project(texts);
  if (!entry) throw new Error('nothing imported');
  return { window, entry, key: { documentId: entry.id, annotatorId: ANNA.id } };
}
