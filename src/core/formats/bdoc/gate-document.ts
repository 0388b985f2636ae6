import type { JsonObject } from '../json/json-values.ts';

/** A document of GATE, whichever file it stands in. Offsets are UTF-16. */
export interface GateDocument {
  readonly name: string;
  readonly text: string;
  readonly features: JsonObject;
  readonly classes?: FeatureClasses;
  readonly sets: readonly GateSet[];
}

/** How values other than text stand in a file that names their Java classes, by name of the feature. */
export type FeatureClasses = Readonly<Record<string, FeatureClass>>;

export interface FeatureClass {
  readonly className: string;
  readonly itemClassName?: string;
  readonly text: string;
}

/** An annotation set. The default one has no name. */
export interface GateSet {
  readonly name: string;
  readonly annotations: readonly GateAnnotation[];
  /** Of files that have them; else relations are annotations with a feature that says so. */
  readonly relations: readonly GateRelation[];
}

export interface GateAnnotation {
  readonly id: number;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Values are what JSON can hold. */
  readonly features: JsonObject;
  readonly classes?: FeatureClasses;
}

export interface GateRelation {
  readonly id: number;
  readonly type: string;
  readonly members: readonly number[];
  readonly features: JsonObject;
  readonly classes?: FeatureClasses;
  /** What GATE keeps beside the features, as it stands in the file. */
  readonly userData?: string;
}

/** Names of the features that hold what GATE has no place for. */
export const FEATURE = {
  /** `relation` or `document`: what an annotation stands for that is no span. */
  kind: 'glossator.kind',
  /** Ids of the annotations at the ends of a relation. */
  from: 'glossator.from',
  to: 'glossator.to',
  /** Id of the annotation that has the first range of a span. */
  partOf: 'glossator.partOf',
  note: 'glossator.note',
  status: 'glossator.status',
  statusAt: 'glossator.statusAt',
} as const;

const OWN = 'glossator.';
const ESCAPED = 'glossator.attribute.';

/** The feature that holds an attribute: of the same name, unless that is one of our own. */
export function featureName(attribute: string): string {
  return attribute.startsWith(OWN) ? `${ESCAPED}${attribute}` : attribute;
}

/** The attribute that a feature holds; `undefined` where it holds something else. */
export function attributeName(feature: string): string | undefined {
  if (feature.startsWith(ESCAPED)) return feature.slice(ESCAPED.length);
  return feature.startsWith(OWN) ? undefined : feature;
}
