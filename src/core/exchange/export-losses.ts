import type { Dataset, DatasetDocument } from '../formats/dataset.ts';
import type { Format, FormatOptions } from '../formats/format.ts';
import { countLosses, type Loss } from '../formats/losses.ts';

/** A format that can write, with all its options chosen. */
export interface ChosenFormat {
  readonly format: Format & { readonly write: NonNullable<Format['write']> };
  readonly options: FormatOptions;
}

/** What the format leaves out of this dataset, counted. */
export function lossesOf({ format, options }: ChosenFormat, dataset: Dataset): readonly Loss[] {
  const byKind = countLosses(format.losesWith?.(options) ?? format.loses, dataset);
  return [...byKind, ...(format.losses?.(dataset, options) ?? [])];
}

/** A loss by its words: two that say the same are one. */
export function lossKey({ what, why }: Pick<Loss, 'what' | 'why'>): string {
  return `${what}\n${why}`;
}

/** So much is counted in one go; in documents, and in code units of their texts. */
const SLICE = { documents: 200, characters: 500_000 };

/** The documents in slices that are each counted within a moment, so that other work can come between. */
export function* slicesOf(documents: readonly DatasetDocument[]): Generator<DatasetDocument[]> {
  let slice: DatasetDocument[] = [];
  let characters = 0;
  for (const document of documents) {
    slice.push(document);
    characters += document.text.length;
    if (slice.length < SLICE.documents && characters < SLICE.characters) continue;
    yield slice;
    slice = [];
    characters = 0;
  }
  if (slice.length > 0) yield slice;
}

/**
 * Adds up what a format leaves out, slice by slice. What it loses of the dataset without any document (type
 * definitions) counts once; names of annotators are counted by name.
 */
export class LossSum {
  readonly #target: ChosenFormat;
  readonly #dataset: Dataset;
  readonly #once: ReadonlyMap<string, Loss>;
  readonly #sums = new Map<string, { readonly loss: Loss; count: number }>();
  readonly #annotators = new Set<string>();
  readonly #documents: DatasetDocument[] = [];

  /** @param dataset its documents do not count until they are added. */
  constructor(target: ChosenFormat, dataset: Dataset) {
    this.#target = target;
    this.#dataset = { ...dataset, documents: [] };
    this.#once = new Map(lossesOf(target, this.#dataset).map((loss) => [lossKey(loss), loss]));
    for (const [key, loss] of this.#once) this.#sums.set(key, { loss, count: loss.count });
  }

  /** @returns the losses of these documents alone, with their records. */
  add(documents: readonly DatasetDocument[]): readonly Loss[] {
    const { format } = this.#target;
    if (format.losesAcross) this.#documents.push(...documents);
    const losses = lossesOf(this.#target, { ...this.#dataset, documents });
    for (const { sets } of documents) {
      for (const { annotator } of sets) this.#annotators.add(annotator.id);
    }
    for (const loss of losses) {
      const key = lossKey(loss);
      if (this.#once.has(key)) continue;
      const sum = this.#sums.get(key) ?? { loss, count: 0 };
      sum.count += loss.count;
      this.#sums.set(key, sum);
    }
    return losses;
  }

  /** In the order in which the format tells them; without records. */
  losses(): readonly Loss[] {
    if (this.#target.format.losesAcross) {
      const all = lossesOf(this.#target, { ...this.#dataset, documents: this.#documents });
      return all.map(({ records: _, ...loss }) => loss);
    }
    return [...this.#sums.values()].map(({ loss: { records: _, ...loss }, count }) => ({
      ...loss,
      count: loss.what === 'names of annotators' ? this.#annotators.size : count,
    }));
  }
}

/** Options that decide about a loss, where the format has them. */
const OPTIONS: Readonly<Record<string, string>> = {
  'discontinuous spans': 'discontinuous',
  'overlapping spans': 'overlaps',
  'spans that cut a token': 'tokens',
  'spans across sentences': 'sentences',
  texts: 'texts',
};

/** The option of the format by which a person decides about the loss; `null` where there is none. */
export function optionOf({ options }: Pick<Format, 'options'>, loss: Loss): string | null {
  const id = loss.option ?? OPTIONS[loss.what];
  return options.some((option) => option.id === id) ? (id ?? null) : null;
}

const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  'type definitions',
  'texts',
  'texts whose white space changes',
]);

/** Whether a loss is about records, as far as its name tells, and not about the dataset as a whole. */
export function isAboutRecords({ what }: Pick<Loss, 'what'>): boolean {
  return !OF_THE_WHOLE.has(what) && !what.startsWith('names of annotators');
}
