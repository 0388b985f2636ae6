import type { PdfPiece } from '#core/documents/pdf/page-text.ts';

/** What the thread that reads PDFs is asked. One file is open at a time. */
export type ThreadRequest =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly characterMaps: string }
  /** @property number from 1 */
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'about' }
  | { readonly kind: 'close' };

/** A title that leads to a page, from 0. */
export interface Bookmark {
  readonly title: string;
  /** 1 for the highest. */
  readonly level: number;
  readonly page: number;
}

export type ThreadAnswer =
  | { readonly kind: 'opened'; readonly pages: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'damaged' }
  /** `undefined`: the page is damaged. */
  | { readonly kind: 'page'; readonly pieces: readonly PdfPiece[] | undefined }
  | { readonly kind: 'about'; readonly info: unknown; readonly bookmarks: readonly Bookmark[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly message: string };
