import { ANNOTATION, DEPENDENCY, NAMED_ENTITY, SENTENCE, TOKEN } from './layer-document.ts';
import type { FeatureKind, FeatureKinds, LayerPlan, PlannedRelation } from './plan-layers.ts';
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

/**
 * The types that plans need, on top of those that came with the documents.
 * @param known types that came with documents; what they define stays.
 */
export function typesOfPlans(
  plans: readonly LayerPlan[],
  kinds: FeatureKinds,
  known: TypeSystem,
): TypeSystem {
  const types = new TypeSystem();
  types.add(known.all());
  const string = (name: string) => defineFeature(name, RANGES.string);
  types.add([
    defineType(
      METADATA,
      'uima.tcas.DocumentAnnotation',
      ['documentTitle', 'documentId'].map(string),
    ),
    defineType(SENTENCE, ANNOTATION, []),
    defineType(NAMED_ENTITY, ANNOTATION, ['value', 'identifier'].map(string)),
  ]);
  const attached = new Map<string, FeatureDefinition>();
  for (const { spans, relations } of plans) {
    for (const { layer, kind } of spans) {
      const feature = TOKEN_FEATURES.get(layer);
      if (feature !== undefined) attached.set(feature, defineFeature(feature, layer));
      if (kind === 'chain') types.add(chainTypes(layer));
    }
    for (const relation of relations) types.add(relationTypes(relation, kinds));
  }
  types.add([defineType(TOKEN, ANNOTATION, [...attached.values()])]);
  for (const layer of kinds.layers()) {
    if (!layer.includes('\t')) types.add([defineType(layer, ANNOTATION, featuresOf(kinds, layer))]);
  }
  return types;
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

function relationTypes({ layer, feature, linkType, from }: PlannedRelation, kinds: FeatureKinds) {
  if (feature === null) {
    const end = layer === DEPENDENCY ? TOKEN : ANNOTATION;
    const ends = ['Governor', 'Dependent'].map((name) => defineFeature(name, end));
    return [defineType(layer, ANNOTATION, ends)];
  }
  if (linkType === null) {
    const list = defineFeature(feature, 'uima.cas.FSArray', ANNOTATION);
    return [defineType(from.layer, ANNOTATION, [list])];
  }
  const link = linkType || newLinkType(layer, feature);
  const own = featuresOf(kinds, `${layer}\t${feature}`).filter(({ name }) => name !== 'role');
  const role = defineFeature('role', RANGES.string);
  return [
    defineType(link, 'uima.cas.TOP', [role, defineFeature('target', ANNOTATION), ...own]),
    defineType(from.layer, ANNOTATION, [defineFeature(feature, 'uima.cas.FSArray', link)]),
  ];
}
