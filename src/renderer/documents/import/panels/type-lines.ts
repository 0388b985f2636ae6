import type { ImportPreview, IncomingUse } from '#api/calls/imports.ts';
import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import { type NamePart, targetOf } from '../mapping.ts';

/** An incoming name, and what becomes of it. */
export interface NameLine {
  readonly kind: 'name';
  readonly at: NamePart;
  readonly name: string;
  readonly count: number;
  readonly target: string | null;
  readonly isSuggested: boolean;
  /** For attributes: the project's type that theirs becomes. */
  readonly type: string | null;
}

export type TypeLine =
  | {
      readonly kind: 'part';
      readonly title: string;
      readonly at: NamePart;
      readonly names: readonly string[];
    }
  | NameLine;

const PARTS = [
  { title: 'Entity types', part: 'entityTypes', attributes: 'entityAttributes' },
  { title: 'Relation types', part: 'relationTypes', attributes: 'relationAttributes' },
  { title: 'Document labels', part: 'documentLabels', attributes: null },
] as const;

/** All incoming names, each type followed by its attributes; those of types left out are not asked about. */
export function typeLines(
  { incoming, suggested }: ImportPreview,
  mapping: ImportMapping | null,
): readonly TypeLine[] {
  const line = (at: NamePart, { name, count }: Omit<IncomingUse, 'attributes'>, type = '') => ({
    kind: 'name' as const,
    at,
    name,
    count,
    ...targetOf(mapping, suggested, at, name),
    type: type === '' ? null : type,
  });
  return PARTS.flatMap(({ title, part, attributes }): TypeLine[] => {
    const uses = incoming[part];
    if (uses.length === 0) return [];
    const head = {
      kind: 'part' as const,
      title,
      at: { part },
      names: uses.map(({ name }) => name),
    };
    const lines = uses.flatMap((use): TypeLine[] => {
      const own = line({ part }, use);
      if (own.target === null || attributes === null) return [own];
      const at = { part: attributes, type: use.name };
      const { target } = own;
      return [own, ...use.attributes.map((each) => line(at, each, target))];
    });
    return [head, ...lines];
  });
}

/** Tells lines apart. */
export function typeLineKey(
  line: Pick<NameLine, 'kind' | 'at' | 'name'> | Extract<TypeLine, { kind: 'part' }>,
): string {
  const { at } = line;
  const part = 'type' in at ? `${at.part}\n${at.type}` : at.part;
  return line.kind === 'part' ? part : `${part}\n\n${line.name}`;
}

/** How many incoming names there are in all, attributes left aside. */
export const incomingCount = ({ incoming }: ImportPreview) =>
  incoming.entityTypes.length + incoming.relationTypes.length + incoming.documentLabels.length;
