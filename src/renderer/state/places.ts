/** Where the carets of documents were, kept on this computer from one start to the next. */

const KEY = 'caret places';
/** Documents whose places are kept; those seen longest ago are forgotten. */
const MOST = 2000;

/** Oldest first. */
let places: Map<string, number> | null = null;

const keyOf = (projectPath: string, documentId: string) => `${projectPath}\n${documentId}`;

function read(): Map<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const entries = Array.isArray(kept) ? kept.filter(isPlace) : [];
    return new Map(entries);
  } catch {
    // Not there, or not ours: then every text begins at its top.
    return new Map();
  }
}

const isPlace = (entry: unknown): entry is [string, number] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && Number.isInteger(entry[1]);

/** Keeps the place of a document's caret. @param offset in UTF-16 code units. */
export function keepPlace(projectPath: string, documentId: string, offset: number): void {
  places ??= read();
  const key = keyOf(projectPath, documentId);
  places.delete(key);
  places.set(key, offset);
  for (const oldest of places.keys()) {
    if (places.size <= MOST) break;
    places.delete(oldest);
  }
  try {
    localStorage.setItem(KEY, JSON.stringify([...places]));
  } catch {
    // A full disk: the place is kept until the window goes.
  }
}

/** Where a document's caret was; 0 for one that was not open yet. In UTF-16 code units. */
export function placeIn(projectPath: string, documentId: string): number {
  places ??= read();
  return Math.max(0, places.get(keyOf(projectPath, documentId)) ?? 0);
}
