import type { AttributeDefinition, EntityType, RelationType } from '../../model/schema.ts';
import type { Problem } from '../../problem.ts';
import type { XmlElement } from './parse-xml.ts';

/** A per-region control, waiting for all types to be known. */
export interface PendingAttribute {
  readonly definition: AttributeDefinition;
  /** Types it is shown for; empty means all. */
  readonly types: readonly string[];
  readonly element: XmlElement;
}

/** The schema while a configuration is being read. */
export interface Draft {
  readonly file: string;
  readonly entityTypes: EntityType[];
  readonly relationTypes: RelationType[];
  readonly documentLabels: AttributeDefinition[];
  readonly pending: PendingAttribute[];
  readonly problems: Problem[];
  /** Keys given away so far. */
  readonly keys: Set<string>;
}

/** An empty draft of that file. */
export function newDraft(file: string): Draft {
  return {
    file,
    entityTypes: [],
    relationTypes: [],
    documentLabels: [],
    pending: [],
    problems: [],
    keys: new Set(),
  };
}

/** Notes a problem at the element. */
export function report(draft: Draft, element: XmlElement, code: string, message: string): void {
  const { line, column } = element;
  draft.problems.push({ code, message, place: { file: draft.file, line, column } });
}

/** The attribute of the element, where it is there and not blank. */
export function given(element: XmlElement, name: string): string | undefined {
  const value = element.attributes[name]?.trim();
  return value === '' ? undefined : value;
}

/** Whether the attribute is `true`, in any case. */
export function isTrue(element: XmlElement, name: string): boolean {
  return given(element, name)?.toLowerCase() === 'true';
}
