import { ANNOTATION, DEPENDENCY, POS, TOKEN } from '../uima-layers/layer-document.ts';
import { FeatureKinds, type LayerPlan, type PlannedRelation } from '../uima-layers/plan-layers.ts';
import { newLinkType } from '../uima-layers/slots.ts';

/** A slot of a layer: two columns, of roles and of targets. */
export interface WrittenSlot {
  readonly feature: string;
  readonly linkType: string;
  readonly target: string;
}

/** A layer as the header names it. */
export interface WrittenLayer {
  readonly kind: 'span' | 'chain' | 'relation';
  readonly name: string;
  readonly features: readonly string[];
  readonly slots: readonly WrittenSlot[];
  /** The layer that a relation leads between; empty of others. */
  readonly base: string;
}

/** The layers of a plan in the order of the header: spans, chains, relations, each by name. */
export function layersIn(plan: LayerPlan): readonly WrittenLayer[] {
  const kinds = new FeatureKinds();
  kinds.add(plan);
  const names = (kind: 'span' | 'chain') =>
    [...new Set(plan.spans.filter((span) => span.kind === kind).map(({ layer }) => layer))].sort();
  const slots = plan.relations.filter(({ feature }) => feature !== null);
  const relations = groupBy(
    plan.relations.filter(({ feature }) => feature === null),
    ({ layer }) => layer,
  );
  const spanLayers = names('span')
    // Tokens are rows.
    .filter((name) => name !== TOKEN)
    .map((name): WrittenLayer => {
      const own = slots.filter(({ layer }) => layer === name);
      const features = [...kinds.of(name).keys()];
      return { kind: 'span', name, features, slots: slotsOf(name, own), base: '' };
    });
  const chainLayers = names('chain').map((name): WrittenLayer => {
    return { kind: 'chain', name, features: CHAIN_FEATURES, slots: [], base: '' };
  });
  const relationLayers = [...relations]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, all]) => {
      const features = [...kinds.of(name).keys()];
      const layer: WrittenLayer = {
        kind: 'relation',
        name,
        features,
        slots: [],
        base: baseOf(all),
      };
      return layer;
    });
  return [...spanLayers, ...chainLayers, ...relationLayers];
}

const CHAIN_FEATURES = ['referenceRelation', 'referenceType'];

function slotsOf(layer: string, links: readonly PlannedRelation[]): readonly WrittenSlot[] {
  const byFeature = groupBy(links, ({ feature }) => feature ?? '');
  return [...byFeature]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, all]) => ({
      feature,
      linkType: all[0]?.linkType || newLinkType(layer, feature),
      target: sameLayer(all.map(({ to }) => to.layer)),
    }));
}

function baseOf(relations: readonly PlannedRelation[]): string {
  const layers = relations.flatMap(({ from, to }) => [from.layer, to.layer]);
  const isDependency = relations.some(({ layer }) => layer === DEPENDENCY);
  const areTokens = layers.every((layer) => layer === POS || layer === TOKEN);
  return isDependency && areTokens ? POS : sameLayer(layers);
}

function sameLayer(layers: readonly string[]): string {
  const [first = ANNOTATION] = layers;
  return layers.every((layer) => layer === first) ? first : ANNOTATION;
}

/** Groups in the order in which their keys come first. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** The line of the header. */
export function headerLine({ kind, name, features, slots, base }: WrittenLayer): string {
  if (kind === 'chain') return `#T_CH=${name}|${features.join('|')}`;
  if (kind === 'relation') return ['#T_RL=', [name, ...features, `BT_${base}`].join('|')].join('');
  const columns = [
    ...features,
    ...slots.flatMap((slot) => [`ROLE_${name}:${slot.feature}_${slot.linkType}`, slot.target]),
  ];
  return `#T_SP=${name}|${columns.join('|')}`;
}
