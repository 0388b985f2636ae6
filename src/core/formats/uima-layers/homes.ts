import { z } from 'zod';
import { decodeIdentifier } from './identifiers.ts';
import { type Features, type LayerDocument, shortName } from './layer-document.ts';
import { tagFeature } from './tag-feature.ts';

const homeType = z.object({
  /** How it is held: as an annotation, as a link of a chain, as a relation, as a link of a feature. */
  kind: z.enum(['span', 'chain', 'relation', 'link']),
  layer: z.string(),
  /** The feature that holds the link, of `link`. */
  feature: z.string().nullable(),
  /** The type of the link, where it is a slot. */
  linkType: z.string().nullable(),
  /** The feature whose value names the type; `null` where the layer does. */
  tag: z.string().nullable(),
  /** Its value; `null` where it has none. */
  value: z.string().nullable(),
});

/** Where annotations of one type of ours stand among layers. */
export type Home = z.infer<typeof homeType>;

/** Homes by the name of the type, of entities and of relations. */
export const homesType = z.object({
  entities: z.record(z.string(), homeType),
  relations: z.record(z.string(), homeType),
});
export type Homes = z.infer<typeof homesType>;

/** Whether the type of an annotation is a value of its layer, or the layer. */
export type TypesFrom = 'tags' | 'layers';

/** Gives types their names; the same name for the same home, and no name for two. */
export class HomeNames {
  readonly #entities = new Map<string, Home>();
  readonly #relations = new Map<string, Home>();
  readonly #names = new Map<string, string>();
  readonly #tags: ReadonlyMap<string, string | null>;

  constructor(documents: readonly LayerDocument[], from: TypesFrom) {
    this.#tags = from === 'layers' ? new Map() : tagsOf(documents);
  }

  /** The feature that names the types of a layer. */
  tagOf(layer: string): string | null {
    return this.#tags.get(layer) ?? null;
  }

  /** The name of the type with that home. */
  nameOf(home: Home): string {
    const key = JSON.stringify([home.kind, home.layer, home.feature, home.value]);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const isEntity = home.kind === 'span' || home.kind === 'chain';
    const taken = isEntity ? this.#entities : this.#relations;
    const name = freeName(home, taken);
    taken.set(name, home);
    this.#names.set(key, name);
    return name;
  }

  /** All homes so far. */
  homes(): Homes {
    return {
      entities: Object.fromEntries(this.#entities),
      relations: Object.fromEntries(this.#relations),
    };
  }
}

function freeName(home: Home, taken: ReadonlyMap<string, Home>): string {
  const layer = decodeIdentifier(shortName(home.layer));
  const unnamed = home.feature ?? layer;
  const value = home.value === '' ? `${unnamed} (empty)` : home.value;
  const candidates = [value ?? unnamed, `${layer}: ${value ?? unnamed}`];
  const free = candidates.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  let name = `${home.layer}: ${value ?? unnamed}`;
  while (taken.has(name)) name = `${name}'`;
  return name;
}

function tagsOf(documents: readonly LayerDocument[]): ReadonlyMap<string, string | null> {
  const texts = new Map<string, Set<string>>();
  const others = new Map<string, Set<string>>();
  const note = (layer: string, features: Features) => {
    for (const [name, value] of Object.entries(features)) {
      const names = typeof value === 'string' ? texts : others;
      const known = names.get(layer) ?? new Set();
      names.set(layer, known.add(name));
    }
  };
  for (const { spans, relations } of documents) {
    for (const { layer, features } of spans) note(layer, features);
    for (const { layer, feature, features } of relations) {
      if (feature === null) note(layer, features);
    }
  }
  return new Map(
    [...texts].map(([layer, names]) => {
      const mixed = others.get(layer);
      return [layer, tagFeature(layer, new Set([...names].filter((name) => !mixed?.has(name))))];
    }),
  );
}
