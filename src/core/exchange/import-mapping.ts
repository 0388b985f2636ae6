/**
 * How incoming names are brought into the project's schema. The key is the incoming name; the value is
 * the name it gets (one that the project has: merged; any other: added), or `null`: left out.
 * Names that are missing here keep their name.
 */
export type NameMapping = Readonly<Record<string, string | null>>;

export interface ImportMapping {
  /** A type left out takes its spans, and the relations that start or end at them. */
  readonly entityTypes: NameMapping;
  readonly relationTypes: NameMapping;
  readonly documentLabels: NameMapping;
  /** By incoming entity type, then by incoming attribute. */
  readonly entityAttributes: Readonly<Record<string, NameMapping>>;
  /** By incoming relation type, then by incoming attribute. */
  readonly relationAttributes: Readonly<Record<string, NameMapping>>;
}

/** Everything keeps its name. */
export const SAME_NAMES: ImportMapping = {
  entityTypes: {},
  relationTypes: {},
  documentLabels: {},
  entityAttributes: {},
  relationAttributes: {},
};
