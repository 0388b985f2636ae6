import { ANNOTATION, DEPENDENCY, NAMED_ENTITY, SENTENCE, TOKEN } from './layer-document.ts';
import type { FeatureKind, FeatureKinds, LayerPlan } from './plan-layers.ts';
import { newLinkType } from './slots.ts';
import { defineFeature, defineType, type FeatureDefinition, TypeSystem } from './type-system.ts';

const RANGES: Readonly<Record<FeatureKind, string>> = {
  string: 'uima.cas.String',
  integer: 'uima.cas.Integer',
  double: 'uima.cas.Double',
  boolean: 'uima.cas.Boolean',
  strings: 'uima.cas.StringArray',
};

export const METADATA = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';

/** Features of tokens that lead to what DKPro attaches to them, by layer. */
export const TOKEN_FEATURES: ReadonlyMap<string, string> = new Map([
  ['de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS', 'pos'],
  ['de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma', 'lemma'],
  ['de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Stem', 'stem'],
  ['de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.morph.MorphologicalFeatures', 'morph'],
]);

/** Collects the types that plans need, one plan after the other. */
export class TypeCollector {
  readonly #chains = new Set<string>();
  readonly #attached = new Map<string, FeatureDefinition>();
  readonly #relations = new Map<string, RelationShape>();

  add({ spans, relations }: LayerPlan): void {
    for (const { layer, kind } of spans) {
      const feature = TOKEN_FEATURES.get(layer);
      if (feature !== undefined) this.#attached.set(feature, defineFeature(feature, layer));
      if (kind === 'chain') this.#chains.add(layer);
    }
    for (const { layer, feature, linkType, from } of relations) {
      const shape = { layer, feature, linkType, from: from.layer };
      this.#relations.set(JSON.stringify(shape), shape);
    }
  }

  /**
   * The types, on top of those that came with the documents.
   * @param known what came with documents; what is defined there stays.
   */
  types(kinds: FeatureKinds, known: TypeSystem): TypeSystem {
    const types = new TypeSystem();
    types.add(known.all());
    const string = (name: string) => defineFeature(name, RANGES.string);
    const base = 'uima.tcas.DocumentAnnotation';
    types.add([
      defineType(METADATA, base, ['documentTitle', 'documentId'].map(string)),
      defineType(SENTENCE, ANNOTATION, []),
      defineType(NAMED_ENTITY, ANNOTATION, ['value', 'identifier'].map(string)),
    ]);
    for (const layer of this.#chains) types.add(chainTypes(layer));
    for (const shape of this.#relations.values()) types.add(relationTypes(shape, kinds));
    types.add([defineType(TOKEN, ANNOTATION, [...this.#attached.values()])]);
    for (const layer of kinds.layers()) {
      if (layer.includes('\t')) continue;
      types.add([defineType(layer, ANNOTATION, featuresOf(kinds, layer))]);
    }
    return types;
  }
}

/** What types a relation needs. */
interface RelationShape {
  readonly layer: string;
  readonly feature: string | null;
  readonly linkType: string | null;
  /** The layer in which it starts. */
  readonly from: string;
}

function featuresOf(kinds: FeatureKinds, layer: string): readonly FeatureDefinition[] {
  return [...kinds.of(layer)].map(([name, kind]) => defineFeature(name, RANGES[kind]));
}

function chainTypes(layer: string) {
  return [
    defineType(layer, ANNOTATION, [
      defineFeature('next', layer),
      ...['referenceType', 'referenceRelation'].map((name) => defineFeature(name, RANGES.string)),
    ]),
    defineType(chainType(layer), 'uima.cas.AnnotationBase', [defineFeature('first', layer)]),
  ];
}

/** The type of a chain whose links have that type: INCEpTION finds it by its name. */
export function chainType(layer: string): string {
  return `${layer.replace(/Link$/u, '')}Chain`;
}

function relationTypes({ layer, feature, linkType, from }: RelationShape, kinds: FeatureKinds) {
  if (feature === null) {
    const end = layer === DEPENDENCY ? TOKEN : ANNOTATION;
    const ends = ['Governor', 'Dependent'].map((name) => defineFeature(name, end));
    return [defineType(layer, ANNOTATION, ends)];
  }
  if (linkType === null) {
    const list = defineFeature(feature, 'uima.cas.FSArray', ANNOTATION);
    return [defineType(from, ANNOTATION, [list])];
  }
  const link = linkType || newLinkType(layer, feature);
  const own = featuresOf(kinds, `${layer}\t${feature}`).filter(({ name }) => name !== 'role');
  const role = defineFeature('role', RANGES.string);
  return [
    defineType(link, 'uima.cas.TOP', [role, defineFeature('target', ANNOTATION), ...own]),
    defineType(from, ANNOTATION, [defineFeature(feature, 'uima.cas.FSArray', link)]),
  ];
}
