import { setImmediate as breathe } from 'node:timers/promises';
import type { FormatOption } from '#api/calls/exports.ts';
import type { SourceChoice } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import { combineSchemas } from '#core/exchange/combine-schemas.ts';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import type { Format, FormatOptions } from '#core/formats/format.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import { ok, type Result } from '#core/result.ts';
import type { DocumentReader } from '../documents/readers/document-reader.ts';
import type { Job } from '../jobs.ts';
import { batchesOf } from './batches.ts';
import type { LookedFile } from './examine.ts';
import type { Source } from './group.ts';
import { PLAIN_TEXT } from './plain-text.ts';
import { BatchReader, type ReadBatch } from './read-batch.ts';
import { checkDocument, type ReadDocument } from './read-document.ts';
import { chosenEncoding, loadFile, type ReadFile } from './read-files.ts';
import { chosenReader, completeReadOptions, optionsOf, readingOf } from './source-options.ts';
import { withSubject } from './with-subject.ts';

/** A source as it was read. */
export interface ReadSource {
  readonly reader: string;
  readonly options: readonly FormatOption[];
  readonly documents: readonly ReadDocument[];
  readonly schema: Schema;
  readonly files: ReadonlyMap<string, ReadFile>;
  /** What was read in part or not at all. */
  readonly problems: readonly Problem[];
  /** Why files cannot be read; nothing can be imported with them. By path. */
  readonly failures: ReadonlyMap<string, ApiError>;
}

/**
 * Reads the files of a source with the chosen reader. Fails where the choice makes no sense; files that
 * cannot be read are told, and the others are read.
 */
export async function readSource(
  source: Source,
  choice: SourceChoice | undefined,
  job: Job,
): Promise<Result<ReadSource, ApiError>> {
  const reader = chosenReader(source, choice);
  if (!reader.ok) return reader;
  const options = await optionsOf(source, reader.value, choice, job);
  const complete = completeReadOptions(reader.value, options, choice?.options ?? {});
  if (!complete.ok) return complete;
  const without = new Set(choice?.without);
  if (reader.value === source.reader)
    for (const { place } of source.missing) without.add(place?.file ?? '');
  const files = source.files.filter(({ path }) => !without.has(path));
  const reading = new SourceReading(source, choice, job);
  const { format, document } = reader.value;
  if (format) await reading.format(format, files, complete.value);
  else if (document) await reading.documents(document, files, complete.value);
  return ok({ reader: reader.value.info.id, options, ...reading.result() });
}

class SourceReading {
  readonly #source: Source;
  readonly #choice: SourceChoice | undefined;
  readonly #job: Job;
  readonly #documents: ReadDocument[] = [];
  readonly #schemas: Schema[] = [];
  readonly #files = new Map<string, ReadFile>();
  readonly #problems: Problem[] = [];
  readonly #failures = new Map<string, ApiError>();
  #done = 0;

  constructor(source: Source, choice: SourceChoice | undefined, job: Job) {
    this.#source = source;
    this.#choice = choice;
    this.#job = job;
  }

  result() {
    return {
      documents: withSharedFiles(this.#documents, [...this.#files.keys()]),
      schema: combineSchemas(this.#schemas),
      files: this.#files,
      problems: this.#problems,
      failures: this.#failures,
    };
  }

  async format(
    format: Format,
    files: readonly LookedFile[],
    options: FormatOptions,
  ): Promise<void> {
    const reader = new BatchReader(this.#job.signal);
    try {
      for (const batch of batchesOf(format, files))
        await this.#batch(reader, batch, format, options);
    } finally {
      reader.close();
    }
  }

  async #batch(
    reader: BatchReader,
    batch: readonly LookedFile[],
    format: Format,
    options: FormatOptions,
  ): Promise<void> {
    const sources = [];
    for (const file of batch) {
      await this.#tell(file);
      if (this.#isRefused(file, format)) continue;
      const loaded = await loadFile(file, chosenEncoding(this.#choice, file.path));
      if (loaded.ok) {
        const { source, ...read } = loaded.value;
        this.#files.set(file.path, read);
        sources.push(source);
      } else this.#failures.set(file.path, loaded.error);
    }
    const paths = sources.map(({ path }) => path);
    // A file that failed leaves a gap that would be told twice.
    if (sources.length < batch.length) return;
    await this.#take(await reader.read(format, sources, options), paths);
  }

  async documents(
    reader: DocumentReader,
    files: readonly LookedFile[],
    options: FormatOptions,
  ): Promise<void> {
    for (const file of files) {
      await this.#tell(file);
      const encoding = chosenEncoding(this.#choice, file.path);
      // As bytes: the reader knows what they are.
      const loaded = await loadFile({ ...file, encoding: null }, undefined);
      if (!loaded.ok || !('bytes' in loaded.value.source)) {
        if (!loaded.ok) this.#failures.set(file.path, loaded.error);
        continue;
      }
      const { source, ...read } = loaded.value;
      const used = encoding ?? file.encoding ?? 'utf-8';
      this.#files.set(file.path, { ...read, file, encoding: used });
      const { path, bytes } = source;
      const given = { path, bytes, ...(encoding ? { encoding } : {}) };
      const result = await reader.read(given, options, readingOf(this.#job, file.name));
      await this.#take(result.ok ? ok({ problems: [], ...result.value }) : result, [path]);
    }
  }

  /** Tells what looks like something else than text; a damaged file is no text unless that was chosen. */
  #isRefused({ path, doubt }: LookedFile, format: Format): boolean {
    if (!doubt || format.id !== PLAIN_TEXT || this.#choice?.reader !== undefined) return false;
    if (doubt.isBroken) this.#failures.set(path, doubt.problem);
    else this.#problems.push(doubt.problem);
    return doubt.isBroken;
  }

  async #tell(file: LookedFile): Promise<void> {
    this.#job.progress(this.#done++, this.#source.files.length, file.name);
    await this.#breathe();
  }

  async #breathe(): Promise<void> {
    await breathe();
    this.#job.signal.throwIfAborted();
  }

  async #take(read: Result<ReadBatch, ApiError>, files: readonly string[]): Promise<void> {
    const [first = ''] = files;
    if (!read.ok) {
      const file = files.includes(read.error.place?.file ?? '') ? read.error.place?.file : first;
      this.#failures.set(file ?? first, {
        ...read.error,
        place: { ...read.error.place, file: file ?? first },
      });
      return;
    }
    const { schema, documents, problems } = read.value;
    this.#schemas.push(schema);
    for (const problem of problems) this.#problems.push(withSubject(problem, first));
    for await (const document of documents) {
      if (this.#documents.length % 20 === 19) await this.#breathe();
      if (isNothing(document)) {
        const [file = first] = document.files ?? [];
        const message = `‘${document.name}’ has no text, so it is left out.`;
        this.#problems.push({ code: 'no-text', message, place: { file } });
        continue;
      }
      const key = `${this.#source.id}:${this.#documents.length}`;
      const place = { key, source: this.#source.id, files };
      const checked = checkDocument(document, place, this.#problems);
      if ('code' in checked) this.#failures.set(checked.place?.file ?? first, checked);
      else this.#documents.push(checked);
    }
  }
}

/** Whether there is nothing to read in a document, and nothing was said of it. */
function isNothing({ text, sets }: DatasetDocument): boolean {
  return text.trim() === '' && sets.every(({ records }) => records.length === 0);
}

/** Documents times files that each of them names, at most. */
const MOST_NAMED = 20_000;

/**
 * Files that no document names, such as a configuration, belong to all of them. Where that would be too
 * many, the first document names them for all.
 */
function withSharedFiles(
  documents: readonly ReadDocument[],
  paths: readonly string[],
): readonly ReadDocument[] {
  const named = documents.reduce((sum, { files }) => sum + files.length, 0);
  const isMuch = named > MOST_NAMED + 2 * documents.length;
  const claimed = new Set(documents.flatMap(({ files }) => (isMuch ? files.slice(0, 2) : files)));
  const shared = paths.filter((path) => !claimed.has(path));
  const isForAll = shared.length * documents.length <= MOST_NAMED;
  return documents.map((document, i) => {
    const files = isMuch ? document.files.slice(0, 2) : document.files;
    return { ...document, files: i === 0 || isForAll ? [...files, ...shared] : files };
  });
}
