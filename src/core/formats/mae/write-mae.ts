import { attributesOf } from '../../schema/inherit.ts';
import { completeSchema } from '../complete-schema.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import { safeFileName } from '../file-name.ts';
import type { TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { StoredNames } from '../stored-names.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { escapeXmlText, replaceIllegalXml } from '../xml/escape.ts';
import { MAE_NAMES } from './names.ts';
import { type MaeTask, parseDtd } from './parse-dtd.ts';
import { parseMae } from './parse-mae.ts';
import { labelTagsOf } from './plan-tags.ts';
import { MAE } from './read-mae.ts';
import { readTags } from './read-tags.ts';
import { writeDtd } from './write-dtd.ts';
import { type TaskToWrite, writeTags } from './write-tags.ts';

/** Writes a file for each document of each annotator, and the schema as a DTD. */
export function writeMae(dataset: Dataset): readonly TargetFile[] {
  const files = filesByAnnotator(dataset, 'per-document').flatMap(({ path, documents }) =>
    documents.map((one) => ({ path: `${path}.txt.xml`, one, raw: unchanged(one) })),
  );
  const definitions = definitionsOf(dataset);
  const isAsRead = files.every(({ raw }) => raw !== undefined) && files.length > 0;
  const written = new MaeWriter(
    dataset,
    [...definitions.values()].map(({ task }) => task),
  );
  const schemas = isAsRead
    ? [...definitions].map(([name, { text }]) => ({ path: `${name}.dtd`, parts: () => [text] }))
    : [{ path: `${written.root}.dtd`, parts: () => [written.dtd()] }];
  return [
    ...files.map(({ path, one, raw }) => ({
      path,
      parts: () => (isAsRead && raw !== undefined ? [raw] : written.parts(one)),
    })),
    ...schemas,
  ];
}

/** The definitions that documents came with, by the name of the task. */
function definitionsOf(dataset: Dataset) {
  const found = new Map<string, { readonly task: MaeTask; readonly text: string }>();
  const seen = new Set<string>();
  for (const document of dataset.documents) {
    const text = carriedJson(document, MAE)?.reading ?? '';
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    const task = parseDtd(text, '');
    if (task.ok && !found.has(task.value.name))
      found.set(task.value.name, { task: task.value, text });
  }
  return found;
}

/** The file that a document was read from, with what was read. */
function before({ document }: DocumentOfOne) {
  const carried = carriedJson(document, MAE);
  const parsed = carried && parseMae(carried.raw, '');
  if (!carried || !parsed?.ok || parsed.value.text !== document.text) return undefined;
  const task = parseDtd(carried.reading, '');
  const read = readTags(parsed.value, task.ok ? task.value : undefined);
  return { raw: carried.raw, read };
}

/** The file as it was read, where it still says what the records say. */
function unchanged(one: DocumentOfOne): string | undefined {
  const was = before(one);
  return was && sameRecords(was.read.records, one.records) ? was.raw : undefined;
}

/** Tags of the files that were read which are no records: files that are written anew are without them. */
export function unreadTags(dataset: Dataset): number {
  const all = [...setsOf(dataset)].map(({ document, set }) => ({ document, records: set.records }));
  if (all.every((one) => unchanged(one) !== undefined)) return 0;
  return all.reduce((sum, one) => sum + (before(one)?.read.unread ?? 0), 0);
}

class MaeWriter {
  readonly root: string;
  readonly #schema: Dataset['schema'];
  readonly #names: StoredNames;
  readonly #labels: ReturnType<typeof labelTagsOf>;
  readonly #ends: ReadonlyMap<string, readonly string[]>;
  readonly #task: TaskToWrite;

  constructor(dataset: Dataset, before: readonly MaeTask[]) {
    this.#schema = completeSchema(dataset.schema, dataset.documents);
    this.#labels = labelTagsOf(dataset);
    this.#names = new StoredNames(this.#namesIn(), MAE_NAMES);
    const [only, ...others] = before;
    const plain = safeFileName(dataset.name, 'TASK').replace(/[^A-Za-z0-9_-]+/gu, '_');
    const made = /^[A-Za-z_]/u.test(plain) && !/^xml/iu.test(plain) ? plain : `TASK_${plain}`;
    this.root =
      only && others.length === 0 && /^[A-Za-z_][\w-]*$/u.test(only.name) ? only.name : made;
    this.#ends = new Map(
      before.flatMap(({ tags, shown }) =>
        [...tags.values()].flatMap(({ name, ends }) =>
          ends.length === 2 ? [[shown.get(name) ?? name, ends] as const] : [],
        ),
      ),
    );
    this.#task = this.#taskToWrite();
  }

  *#namesIn(): Generator<string> {
    const { entityTypes, relationTypes } = this.#schema;
    for (const { name, attributes } of [...entityTypes, ...relationTypes]) {
      yield name;
      for (const attribute of attributes) yield attribute.name;
    }
    for (const [name, attributes] of this.#labels) {
      yield name;
      for (const attribute of attributes) if (attribute.name !== 'value') yield attribute.name;
    }
  }

  #taskToWrite(): TaskToWrite {
    const names = this.#names;
    const { entityTypes, relationTypes } = this.#schema;
    const stored = (attributes: readonly { readonly name: string }[]) =>
      attributes.map(({ name }) => names.of(name));
    const spans = new Map(
      entityTypes.map(({ name }) => [name, stored(attributesOf(entityTypes, name))]),
    );
    const links = new Map(
      relationTypes.map(({ name }) => [name, stored(attributesOf(relationTypes, name))]),
    );
    return {
      names,
      endsOf: (type) => this.#endsOf(type),
      declared: (type, kind) =>
        (kind === 'span' ? spans : kind === 'relation' ? links : undefined)?.get(type) ?? [],
      prefixOf: prefixes([
        ...entityTypes.map(({ name }) => names.of(name)),
        ...[...this.#labels.keys()].map((name) => names.of(name)),
        ...relationTypes.map(({ name }) => names.of(name)),
      ]),
    };
  }

  #endsOf(type: string): readonly string[] {
    return this.#ends.get(type) ?? ['from', 'to'];
  }

  dtd(): string {
    return writeDtd(this.root, this.#schema, this.#names, this.#labels, (type) =>
      this.#endsOf(type),
    );
  }

  *parts({ document, records }: DocumentOfOne): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" ?>\n<${this.root}>\n<TEXT>${cdata(document.text)}</TEXT>\n<TAGS>\n`;
    yield* writeTags(document.text, records, this.#task);
    yield `</TAGS>\n${metaOf(document)}</${this.root}>\n`;
  }
}

/** What MedTator keeps of a document, as it stood in its file. */
function metaOf(document: DocumentOfOne['document']): string {
  const raw = carriedJson(document, MAE)?.raw ?? '';
  const found = /<META\s*\/>|<META>.*?<\/META>/su.exec(
    raw.slice(Math.max(0, raw.lastIndexOf('<META'))),
  );
  return found ? `${found[0]}\n` : '';
}

/** A text as CDATA. What would end it is split, and CR, which readers would take for a line end, stands outside. */
function cdata(text: string): string {
  const legal = replaceIllegalXml(text, ' ').replaceAll(']]>', ']]]]><![CDATA[>');
  return `<![CDATA[${legal.replace(/\r+/gu, (breaks) => `]]>${escapeXmlText(breaks)}<![CDATA[`)}]]>`;
}

/** As MedTator does it: the first letter of a tag, and more letters where another tag has it already. */
function prefixes(tags: readonly string[]): (tag: string) => string {
  const byTag = new Map<string, string>();
  const taken = new Set<string>();
  for (const tag of tags) {
    if (byTag.has(tag)) continue;
    let length = 1;
    while (length < tag.length && taken.has(tag.slice(0, length))) length++;
    const prefix =
      taken.has(tag.slice(0, length)) || /\d$/u.test(tag.slice(0, length))
        ? `${tag}_`
        : tag.slice(0, length);
    taken.add(prefix);
    byTag.set(tag, prefix);
  }
  return (tag) => byTag.get(tag) ?? `${tag}_`;
}
