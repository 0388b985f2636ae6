import { mergedSchema } from '#core/exchange/export-schema.ts';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import { baseName, newDocumentIds } from '#core/formats/tokens/names-of-documents.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import type { Spill } from './spill.ts';

/** So many problems are told one by one. */
const MOST_PROBLEMS = 1000;

/** A file or part of one that was read. */
export interface ReadPiece {
  readonly dataset: Dataset;
  /** As formats see it. */
  readonly path: string;
  readonly linesBefore: number;
  /** Whether it is only a part of its file. */
  readonly isPart: boolean;
}

/** Puts the pieces of an input together: one schema, one list of documents whose ids and names do not meet. */
export class Collector {
  readonly #spill: Spill;
  readonly #documents: DatasetDocument[] = [];
  readonly #places = new Map<string, number>();
  readonly #problems: Problem[] = [];
  readonly #newId = newDocumentIds();
  #schema: Schema | null = null;
  #name = '';
  #more = 0;
  #path = '';
  #before = 0;

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  /** Adds what was read of a file, in order. */
  add({ dataset, path, linesBefore, isPart }: ReadPiece): void {
    if (path !== this.#path) [this.#path, this.#before] = [path, 0];
    if (this.#schema === null) this.#name = dataset.name;
    this.#schema = this.#schema ? mergedSchema(this.#schema, dataset.schema) : dataset.schema;
    for (const problem of dataset.problems ?? []) this.#addProblem(problem, path, linesBefore);
    for (const document of dataset.documents) {
      this.#addDocument(isPart ? this.#numbered(document, path) : document);
    }
    this.#before += dataset.documents.length;
  }

  /** A part of a file counts its documents from 1. */
  #numbered(document: DatasetDocument, path: string): DatasetDocument {
    const base = baseName({ path }).replace(/\.json$/iu, '');
    if (document.name !== base && !document.name.startsWith(`${base} `)) return document;
    const number = document.name === base ? 1 : Number(document.name.slice(base.length + 1));
    if (!Number.isSafeInteger(number)) return document;
    const name = `${base} ${this.#before + number}`;
    return { ...document, name, id: this.#newId(name) };
  }

  #addDocument(document: DatasetDocument): void {
    const place = this.#places.get(document.id);
    const known = place === undefined ? undefined : this.#documents[place];
    if (place !== undefined && known && known.name === document.name) {
      const people = new Set(known.sets.map(({ annotator }) => annotator.id));
      const isMore = document.sets.every(({ annotator }) => !people.has(annotator.id));
      if (isMore && known.text === document.text) {
        const sets = [...known.sets, ...document.sets];
        this.#documents[place] = this.#spill.add({ ...known, sets });
        return;
      }
    }
    let id = document.id;
    for (let i = 2; this.#places.has(id); i++) id = `${document.id}-${i}`;
    this.#places.set(id, this.#documents.length);
    this.#documents.push(this.#spill.add(id === document.id ? document : { ...document, id }));
  }

  #addProblem(problem: Problem, path: string, linesBefore: number): void {
    if (this.#problems.length >= MOST_PROBLEMS) {
      this.#more++;
      return;
    }
    const { line, file } = problem.place ?? {};
    const isHere = line !== undefined && (file === undefined || file === path);
    const place = isHere ? { ...problem.place, line: line + linesBefore } : problem.place;
    this.#problems.push({ ...problem, ...(place ? { place } : {}) });
  }

  /** All of it. */
  dataset(): Dataset {
    const more = `There are ${this.#more} more problems.`;
    const problems: readonly Problem[] =
      this.#more === 0 ? this.#problems : [...this.#problems, { code: 'more', message: more }];
    return {
      name: this.#name,
      schema: this.#schema ?? { entityTypes: [], relationTypes: [], documentLabels: [] },
      documents: this.#documents,
      ...(problems.length > 0 ? { problems } : {}),
    };
  }
}
