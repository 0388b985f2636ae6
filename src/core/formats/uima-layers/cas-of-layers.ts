import type { AttributeValue } from '../../model/attribute.ts';
import type { Range } from '../../model/range.ts';
import type { DatasetDocument } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { rangeOfTokens } from '../tokens/align.ts';
import { groupTokens, sentencesOf } from '../tokens/sentences.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';
import { type Cas, INITIAL_VIEW } from './cas.ts';
import { CasBuilder, type Draft, refer } from './cas-builder.ts';
import { DEPENDENCY, type Features, SENTENCE, TOKEN } from './layer-document.ts';
import { type LayerPlan, type PlannedSpan, textOfValue } from './plan-layers.ts';
import { newLinkType } from './slots.ts';
import type { RangeKind, TypeSystem } from './type-system.ts';
import { chainType, METADATA, TOKEN_FEATURES } from './types-of-plan.ts';

/** Makes a CAS of one document and one set: tokens, sentences, annotations, relations, chains. */
export function casOfLayers(
  document: DatasetDocument,
  plan: LayerPlan,
  types: TypeSystem,
  options: FormatOptions,
): Cas {
  const builder = new CasBuilder();
  const { text } = document;
  builder.annotate(METADATA, { start: 0, end: text.length }, metadataOf(document));
  const tokens = new Map<string, Draft>();
  const { sentences, words } = rowsOf(document, options);
  for (const range of sentences) builder.annotate(SENTENCE, range);
  for (const range of words) tokens.set(keyOf(range), builder.annotate(TOKEN, range));
  const made = new Map<PlannedSpan, Draft>();
  for (const planned of plan.spans) {
    const { layer, range, features } = planned;
    const known = layer === TOKEN ? tokens.get(keyOf(range)) : undefined;
    const draft = known ?? builder.annotate(layer, range, typed(layer, features, types));
    made.set(planned, draft);
    const feature = TOKEN_FEATURES.get(layer);
    const token = feature === undefined ? undefined : tokens.get(keyOf(range));
    if (token && feature !== undefined && !token.references.has(feature)) {
      refer(token, feature, draft);
    }
  }
  const tokenAt = (planned: PlannedSpan): Draft => {
    const known = tokens.get(keyOf(planned.range)) ?? builder.annotate(TOKEN, planned.range);
    tokens.set(keyOf(planned.range), known);
    return known;
  };
  for (const { layer, feature, linkType, from, to, features } of plan.relations) {
    const [source, target] = [made.get(from), made.get(to)];
    if (!source || !target) continue;
    if (feature === null) {
      const relation = builder.annotate(layer, to.range, typed(layer, features, types));
      const isBetweenTokens = layer === DEPENDENCY;
      refer(relation, 'Governor', isBetweenTokens ? tokenAt(from) : source);
      refer(relation, 'Dependent', isBetweenTokens ? tokenAt(to) : target);
    } else if (linkType === null) {
      const isList = types.rangeKind(from.layer, feature) === 'references';
      refer(source, feature, target, isList);
    } else {
      const type = linkType || newLinkType(layer, feature);
      const link = builder.add(type, typed(type, features, types));
      refer(link, 'target', target);
      refer(source, feature, link, true);
    }
  }
  for (const chain of plan.chains) {
    const links = chain.flatMap((planned) => made.get(planned) ?? []);
    const [first] = links;
    if (!first) continue;
    for (const [i, link] of links.entries()) {
      const next = links[i + 1];
      if (next) refer(link, 'next', next);
    }
    refer(builder.attach(chainType(first.type)), 'first', first);
  }
  const view = { sofa: builder.sofa, name: INITIAL_VIEW, text, members: builder.members() };
  return { types, structures: builder.structures, views: [view] };
}

function keyOf({ start, end }: Range): string {
  return `${start}-${end}`;
}

function metadataOf({ id, name, metadata = {} }: DatasetDocument) {
  const { documentTitle = name, documentId = id, language = 'x-unspecified' } = metadata;
  return { documentTitle, documentId, language };
}

/** The sentences that came with the document, or such as hold its words; and its words. */
function rowsOf(document: DatasetDocument, options: FormatOptions) {
  const choice = tokenChoice(options);
  const words = tokensOf(document, choice.tokens);
  if (choice.sentences === 'own' && document.sentences) {
    return { words, sentences: document.sentences };
  }
  const groups = groupTokens(words, sentencesOf(document, choice.sentences));
  return { words, sentences: groups.map((group) => rangeOfTokens(words, group)) };
}

/** The values as the types want them: as text where a feature holds text. What a type cannot hold is left out. */
function typed(
  type: string,
  features: Features,
  types: TypeSystem,
): Readonly<Record<string, AttributeValue>> {
  return Object.fromEntries(
    Object.entries(features).flatMap(([name, value]) => {
      const fitting = asKind(value, types.rangeKind(type, name));
      return fitting === undefined ? [] : [[name, fitting]];
    }),
  );
}

function asKind(value: AttributeValue, kind: RangeKind | undefined): AttributeValue | undefined {
  if (kind === 'text') return textOfValue(value);
  if (kind === 'texts' || kind === 'values') {
    return typeof value === 'object' ? value : [String(value)];
  }
  if (kind === 'boolean') return value === true || value === 'true';
  if (kind !== 'number' || typeof value === 'number') return value;
  const text = textOfValue(value);
  return /^(?:[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|NaN|-?Infinity)$/u.test(text) ? text : undefined;
}
