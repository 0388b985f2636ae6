/**
 * Reads PDFs in a thread of its own, with pdf.js: what a hostile file does to it stays here. It answers
 * requests one after the other. Plain JavaScript, so that Node starts it from source as well as built.
 */
import { parentPort } from 'node:worker_threads';

/** @typedef {import('./thread-messages.ts').ThreadRequest} ThreadRequest */
/** @typedef {import('./thread-messages.ts').ThreadAnswer} ThreadAnswer */
/** @typedef {import('pdfjs-dist/legacy/build/pdf.mjs').PDFDocumentProxy} PDFDocumentProxy */
/** @typedef {import('./thread-messages.ts').Bookmark} Bookmark */
/** @typedef {Awaited<ReturnType<PDFDocumentProxy['getOutline']>>} Outline */

const MOST_BOOKMARKS = 5_000;
const DEEPEST = 9;

// pdf.js drops promises of its own when a file is damaged.
process.on('unhandledRejection', () => {});

// It is asked for text only: what it would draw with is given to it empty, so that it loads no native module.
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  Object.assign(globalThis, { [name]: class {} });
}
const builtin = process.getBuiltinModule;
const empty = { createRequire: () => () => ({}) };
process.getBuiltinModule = /** @type {typeof builtin} */ (
  /** @param {string} id */
  (id) => (id === 'module' ? empty : builtin(id))
);
Object.assign(globalThis, {
  pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
});
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** @type {import('pdfjs-dist/legacy/build/pdf.mjs').PDFDocumentLoadingTask | undefined} */
let task;
/** @type {PDFDocumentProxy | undefined} */
let pdf;

/**
 * @param {ThreadRequest} request
 * @returns {Promise<ThreadAnswer>}
 */
async function answer(request) {
  if (request.kind === 'open') return open(request.bytes, request.characterMaps);
  if (request.kind === 'close') {
    await task?.destroy();
    task = undefined;
    pdf = undefined;
    return { kind: 'closed' };
  }
  if (!pdf) throw new Error('no PDF is open');
  if (request.kind === 'about') {
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
    return { kind: 'about', info, bookmarks: await bookmarksOf(pdf) };
  }
  return { kind: 'page', pieces: await piecesOf(pdf, request.number) };
}

/**
 * @param {Uint8Array} bytes
 * @param {string} characterMaps
 * @returns {Promise<ThreadAnswer>}
 */
async function open(bytes, characterMaps) {
  try {
    task = getDocument({
      data: bytes,
      cMapUrl: characterMaps,
      cMapPacked: true,
      useSystemFonts: true,
      disableFontFace: true,
      isEvalSupported: false,
      useWasm: false,
      enableXfa: false,
      verbosity: 0,
    });
    pdf = await task.promise;
    return { kind: 'opened', pages: pdf.numPages };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { kind: isLocked ? 'locked' : 'damaged' };
  }
}

/**
 * @param {PDFDocumentProxy} document
 * @param {number} number
 * @returns {Promise<import('#core/documents/pdf/page-text.ts').PdfPiece[] | undefined>}
 */
async function piecesOf(document, number) {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.flatMap((item) =>
      'str' in item ? [{ str: item.str, transform: item.transform, hasEOL: item.hasEOL }] : [],
    );
  } catch {
    return undefined;
  }
}

/**
 * @param {PDFDocumentProxy} document
 * @returns {Promise<Bookmark[]>}
 */
async function bookmarksOf(document) {
  /** @type {Bookmark[]} */
  const found = [];
  /** @type {Outline} */
  const outline = await document.getOutline().catch(() => []);
  const queue = (outline ?? []).map((item) => ({ item, level: 1 }));
  for (let i = 0; i < queue.length && i < MOST_BOOKMARKS; i++) {
    const next = queue[i];
    if (!next) break;
    const { item, level } = next;
    const inside = level < DEEPEST ? item.items : [];
    for (const one of inside) queue.push({ item: one, level: level + 1 });
    const page = await pageOf(document, item.dest);
    if (page !== undefined) found.push({ title: item.title, level, page });
  }
  return found;
}

/**
 * Number of the page, from 0, that a destination is on (ISO 32000-1, 12.3.2).
 *
 * @param {PDFDocumentProxy} document
 * @param {unknown} destination
 */
async function pageOf(document, destination) {
  try {
    /** @type {unknown} */
    const explicit =
      typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const target = Array.isArray(explicit) ? explicit[0] : undefined;
    return typeof target === 'number' ? target : await document.getPageIndex(target);
  } catch {
    return undefined;
  }
}

/** @type {Promise<unknown>} */
let before = Promise.resolve();
parentPort?.on('message', (/** @type {ThreadRequest} */ request) => {
  before = before
    .then(() => answer(request))
    .then((result) => parentPort?.postMessage(result))
    .catch((error) => parentPort?.postMessage({ kind: 'failed', message: String(error) }));
});
