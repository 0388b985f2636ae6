import type { AttributeValue } from '../../model/attribute.ts';
import type { Range } from '../../model/range.ts';

/** Values of features by name; those without a value are absent. */
export type Features = Readonly<Record<string, AttributeValue>>;

/** An annotation of a layer, as UIMA, DKPro and INCEpTION have it: one range, of one type with features. */
export interface LayerSpan {
  /** Name of the type with its package: `webanno.custom.Place`. */
  readonly layer: string;
  readonly range: Range;
  readonly features: Features;
  /** Names the chain that it is a link of; `null` outside of chains. */
  readonly chain: string | null;
}

/** A link between two annotations. */
export interface LayerRelation {
  /** Name of the relation's type; for a link of a feature, that of the type which has the feature. */
  readonly layer: string;
  /** The feature that holds the link, where it is no annotation of its own: a slot, or a plain reference. */
  readonly feature: string | null;
  /** The type of a slot's link; `null` where the feature leads straight to the annotation. */
  readonly linkType: string | null;
  /** Places in the list of spans. */
  readonly from: number;
  readonly to: number;
  /** Of a slot, its role is `role`. */
  readonly features: Features;
}

/** A document as files of layers have it. Offsets are UTF-16. */
export interface LayerDocument {
  readonly name: string;
  readonly text: string;
  readonly tokens: readonly Range[];
  readonly sentences: readonly Range[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly spans: readonly LayerSpan[];
  readonly relations: readonly LayerRelation[];
  /** The files that it was read from, to be written again where nothing changed. */
  readonly source: Readonly<Record<string, string>>;
}

export const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
export const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
export const POS = 'de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS';
export const DEPENDENCY = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency';
export const ANNOTATION = 'uima.tcas.Annotation';
/** Layers that we make are in this package, as those that people make in INCEpTION. */
export const CUSTOM = 'webanno.custom.';
/** Relations that came from elsewhere; their feature `label` names the type. */
export const OUR_RELATION = 'webanno.custom.Relation';
/** The feature that holds the note of an annotation. */
export const NOTE = 'note';

/** The name of a type without its package. */
export function shortName(layer: string): string {
  return layer.slice(layer.lastIndexOf('.') + 1);
}

/** The value of a feature; names that objects have for themselves are none. */
export function featureAt(features: Features, name: string): AttributeValue | undefined {
  return Object.hasOwn(features, name) ? features[name] : undefined;
}
