const PREFIX = 'urn:glossator:';

/** The IRI of one of our records, documents or annotators: `urn:glossator:document:…`, each part escaped. */
export function iriOf(...parts: readonly string[]): string {
  return PREFIX + parts.map((part) => encodeURIComponent(part.toWellFormed())).join(':');
}

/** The parts of an IRI of ours; `undefined` where it is another one. */
export function partsOf(iri: string): readonly string[] | undefined {
  if (!iri.startsWith(PREFIX)) return undefined;
  try {
    return iri.slice(PREFIX.length).split(':').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
