import { localName } from '../../formats/xml/namespaces.ts';
import { readXmlEvents } from '../../formats/xml/read-events.ts';
import type { XmlError } from '../../formats/xml/xml-element.ts';
import { ok, type Result } from '../../result.ts';

/** A part of an Office file that another one names (ECMA-376 part 2, 9.3). */
export interface Relationship {
  readonly id: string;
  /** The end of its type, which transitional and strict files have in common: `styles`, `worksheet`. */
  readonly kind: string;
  /** Path in the archive. */
  readonly target: string;
}

/** Where the relationships of a part stand; those of the whole file with ''. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Reads the relationships of a part; those that lead out of the file are left out. */
export function readRelationships(
  xml: string,
  part: string,
  file: string,
): Result<readonly Relationship[], XmlError> {
  const found: Relationship[] = [];
  const read = readXmlEvents(xml, file, {
    open: ({ name, attributes }) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
      if (localName(name) !== 'Relationship' || mode === 'External' || target === undefined) return;
      const kind = type?.slice(type.lastIndexOf('/') + 1) ?? '';
      found.push({ id: id ?? '', kind, target: resolve(part, target) });
    },
  });
  return read.ok ? ok(found) : read;
}

/** The path that a reference in a part means: absolute, or relative to the folder of the part. */
export function resolve(part: string, target: string): string {
  const path = target.startsWith('/') ? target : part.slice(0, part.lastIndexOf('/') + 1) + target;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
