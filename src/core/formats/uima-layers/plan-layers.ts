import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import type { Range } from '../../model/range.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { FormatOptions } from '../format.ts';
import { flatSet } from '../json/flat-spans.ts';
import { CHAIN, COREFERENCE, chainsOf } from '../tokens/chains.ts';
import type { Home, Homes } from './homes.ts';
import { encodeIdentifier, isIdentifier } from './identifiers.ts';
import { CUSTOM, type Features, NAMED_ENTITY, NOTE, OUR_RELATION } from './layer-document.ts';
import { reservedFeatures } from './reserved.ts';

/** An annotation as it is written. */
export interface PlannedSpan {
  readonly span: Span;
  readonly kind: 'span' | 'chain';
  readonly layer: string;
  readonly range: Range;
  readonly features: Features;
}

/** A relation, or a link that a feature of `from` holds. */
export interface PlannedRelation {
  readonly relation: Relation;
  readonly layer: string;
  readonly feature: string | null;
  readonly linkType: string | null;
  readonly from: PlannedSpan;
  readonly to: PlannedSpan;
  readonly features: Features;
}

/** A set as layers. */
export interface LayerPlan {
  /** By beginning, the longer first. */
  readonly spans: readonly PlannedSpan[];
  readonly relations: readonly PlannedRelation[];
  /** Links of chains, each chain in the order of the text. */
  readonly chains: readonly (readonly PlannedSpan[])[];
}

const NO_HOMES: Homes = { entities: {}, relations: {} };

/** Puts a set into layers: those that its types came from, else those that the option `layers` says. */
export function planLayers(
  records: readonly AnnotationRecord[],
  options: FormatOptions,
  homes: Homes = NO_HOMES,
): LayerPlan {
  const flat = flatSet(records, options);
  const byType = options['layers'] === 'by-type';
  const spans = flat.spans.map(({ span, range }): PlannedSpan => {
    const home = knownHome(homes.entities, span.type) ?? newHome(span.type, byType);
    const kind = home.kind === 'chain' ? 'chain' : 'span';
    const { [CHAIN]: _chain, ...others } = span.attributes;
    const attributes = kind === 'chain' ? others : span.attributes;
    return { span, kind, layer: home.layer, range, features: featuresOf(attributes, span, home) };
  });
  const relations: PlannedRelation[] = [];
  for (const relation of flat.relations) {
    const [from, to] = [flat.indexOf.get(relation.from), flat.indexOf.get(relation.to)].map(
      (index) => (index === undefined ? undefined : spans[index]),
    );
    if (!from || !to) continue;
    const inChain = from.kind === 'chain' && to.kind === 'chain';
    if (inChain && relation.type === COREFERENCE) continue;
    const known = knownHome(homes.relations, relation.type);
    const fits = known && (known.kind !== 'link' || known.layer === from.layer);
    const home = fits ? known : relationHome(relation.type);
    const features = featuresOf(relation.attributes, relation, home);
    const { layer, feature, linkType } = home;
    relations.push({ relation, layer, feature, linkType, from, to, features });
  }
  return { spans, relations, chains: chainsIn(records, spans) };
}

/** Where a type came from, unless a file gave it names that others could not read. */
function knownHome(homes: Readonly<Record<string, Home>>, type: string): Home | undefined {
  const home = Object.hasOwn(homes, type) ? homes[type] : undefined;
  if (!home) return undefined;
  const names = [home.layer, home.feature, home.linkType || null, home.tag];
  return names.every((name) => name === null || isIdentifier(name)) ? home : undefined;
}

const TAKEN: ReadonlySet<string> = new Set(['Relation']);

function newHome(type: string, byType: boolean): Home {
  const base = { kind: 'span' as const, feature: null, linkType: null };
  return byType
    ? { ...base, layer: CUSTOM + encodeIdentifier(type, TAKEN), tag: null, value: null }
    : { ...base, layer: NAMED_ENTITY, tag: 'value', value: type };
}

function relationHome(type: string): Home {
  return {
    kind: 'relation',
    layer: OUR_RELATION,
    feature: null,
    linkType: null,
    tag: 'label',
    value: type,
  };
}

/** Features by name, so that every writer has one order. */
function featuresOf(
  attributes: Attributes,
  { note }: { readonly note: string },
  { tag, value }: Home,
): Features {
  // Where no tag is given, the feature may hold text that is no name.
  const reserved = reservedFeatures(value === null ? null : tag);
  const features = Object.entries(attributes).map(
    ([name, given]) => [encodeIdentifier(name, reserved), given] as const,
  );
  const entries: (readonly [string, AttributeValue])[] = [
    ...features,
    ...(tag === null || value === null ? [] : [[tag, value] as const]),
    ...(note === '' ? [] : [[NOTE, note] as const]),
  ];
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function chainsIn(
  records: readonly AnnotationRecord[],
  spans: readonly PlannedSpan[],
): readonly (readonly PlannedSpan[])[] {
  const roots = chainsOf(records);
  const chains = new Map<string, PlannedSpan[]>();
  for (const planned of spans) {
    if (planned.kind !== 'chain') continue;
    // Links of different layers make different chains.
    const key = `${planned.layer}\n${roots.get(planned.span.id) ?? planned.span.id}`;
    const chain = chains.get(key) ?? [];
    chains.set(key, chain);
    chain.push(planned);
  }
  return [...chains.values()];
}

/** The kind of value that a feature holds; `string` where values differ in kind. */
export type FeatureKind = 'string' | 'integer' | 'double' | 'boolean' | 'strings';

/** Features of each layer, and of each link feature (`layer` + TAB + `feature`), with their kinds. */
export class FeatureKinds {
  readonly #layers = new Map<string, Map<string, FeatureKind>>();

  /** Notes what a plan uses. */
  add({ spans, relations }: LayerPlan): void {
    for (const { layer, features } of spans) this.#note(layer, features);
    for (const { layer, feature, features } of relations) {
      this.#note(feature === null ? layer : `${layer}\t${feature}`, features);
    }
  }

  /** Features of a layer by name, in order of names. */
  of(layer: string): ReadonlyMap<string, FeatureKind> {
    const kinds = [...(this.#layers.get(layer) ?? [])];
    return new Map(kinds.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Names of all layers. */
  layers(): readonly string[] {
    return [...this.#layers.keys()].sort();
  }

  #note(layer: string, features: Features): void {
    const kinds = this.#layers.get(layer) ?? new Map<string, FeatureKind>();
    this.#layers.set(layer, kinds);
    for (const [name, value] of Object.entries(features)) {
      const kind = kindOf(value);
      const known = kinds.get(name) ?? kind;
      kinds.set(name, known === kind ? kind : joined(known, kind));
    }
  }
}

function joined(a: FeatureKind, b: FeatureKind): FeatureKind {
  const isNumber = (kind: FeatureKind) => kind === 'integer' || kind === 'double';
  return isNumber(a) && isNumber(b) ? 'double' : 'string';
}

function kindOf(value: AttributeValue): FeatureKind {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'object') return 'strings';
  if (typeof value === 'string') return 'string';
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'integer' : 'double';
}

/** A value as text; the items of a list with commas between them. */
export function textOfValue(value: AttributeValue): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}
