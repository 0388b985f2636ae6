import type { AttributeValue } from '../../model/attribute.ts';
import type { TypeSystem } from './type-system.ts';

/** Structures that a feature leads to, by their ids. */
export interface References {
  readonly ids: readonly string[];
  /** Whether the feature holds a list. */
  readonly isList: boolean;
}

/** The references of structures that have none. */
export const NO_REFERENCES: ReadonlyMap<string, never> = new Map<string, never>();

/** One structure of a CAS: an annotation, a link, a list. */
export interface FeatureStructure {
  readonly id: string;
  readonly type: string;
  /** Id of its text; `null` outside of texts. */
  readonly sofa: string | null;
  readonly values: ReadonlyMap<string, AttributeValue>;
  readonly references: ReadonlyMap<string, References>;
  /** Its place in the file: a line of XML, or the id in JSON. */
  readonly line: number | null;
}

/** A text with the structures that are listed for it. */
export interface CasView {
  readonly sofa: string;
  /** `_InitialView`, unless a CAS has several texts. */
  readonly name: string;
  /** `null` where the CAS holds no text but points to one, or holds other data. */
  readonly text: string | null;
  readonly members: ReadonlySet<string>;
}

/** What UIMA calls a Common Analysis Structure. */
export interface Cas {
  readonly types: TypeSystem;
  readonly structures: ReadonlyMap<string, FeatureStructure>;
  readonly views: readonly CasView[];
}

export const INITIAL_VIEW = '_InitialView';
