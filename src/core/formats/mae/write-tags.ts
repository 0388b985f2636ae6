import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Attributes } from '../../model/attribute.ts';
import { infonOf } from '../bioc/infons.ts';
import { byId, byPlace } from '../set-to-json.ts';
import type { StoredNames } from '../stored-names.ts';
import { replaceIllegalXml } from '../xml/escape.ts';
import { emptyTag, type XmlAttributes } from '../xml/write-xml.ts';
import { DOCUMENT_TAG, NOTE } from './names.ts';
import { labelTags } from './plan-tags.ts';

/** What is known of the task that a file belongs to. */
export interface TaskToWrite {
  readonly names: StoredNames;
  /** The ends of a link, by the name of the relation type. */
  endsOf(relationType: string): readonly string[];
  /** Attributes that a type has, as they are stored: MedTator puts its defaults where one is missing. */
  declared(type: string, kind: 'span' | 'relation' | 'label'): readonly string[];
  /** Letters with which the ids of a tag begin. */
  prefixOf(tag: string): string;
}

/** The tags of one annotator, one in each line. */
export function* writeTags(
  text: string,
  records: readonly AnnotationRecord[],
  task: TaskToWrite,
): Generator<string> {
  const ids = new TagIds(task);
  const spans = records.filter((record) => record.kind === 'span').sort(byPlace);
  const relations = records.filter((record) => record.kind === 'relation').sort(byId);
  const tagOf = (type: string) => task.names.of(type);
  ids.reserve([...spans, ...relations].map(({ id, type }) => [tagOf(type), id] as const));
  const ends = new Map<string, { readonly id: string; readonly words: string }>();
  for (const { id: recordId, type, ranges, attributes, note } of spans) {
    const id = ids.give(tagOf(type), recordId);
    const words = ranges.map(({ start, end }) => text.slice(start, end)).join('...');
    ends.set(recordId, { id, words });
    const spansText = ranges.map(({ start, end }) => `${start}~${end}`).join(',');
    const said = saidOf(attributes, note, task.declared(type, 'span'), task.names);
    yield tagLine(tagOf(type), { spans: spansText, text: words, id, ...said });
  }
  for (const { name, attributes } of labelTags(records)) {
    const { value, ...others } = attributes;
    const given = value === undefined ? {} : { value: infonOf(value) };
    const noted = typeof others[NOTE] === 'string' ? others[NOTE] : '';
    const { [NOTE]: _, ...own } = others;
    const said = saidOf(own, noted, task.declared(name, 'label'), task.names);
    const id = ids.give(tagOf(name), '');
    yield tagLine(tagOf(name), { id, spans: '-1~-1', text: '', ...said, ...given });
  }
  for (const { id: recordId, type, from, to, attributes, note } of relations) {
    const joined = [ends.get(from), ends.get(to)];
    const link: Record<string, string> = {};
    for (const [i, end] of task.endsOf(type).entries()) {
      link[`${end}ID`] = joined[i]?.id ?? '';
      link[`${end}Text`] = joined[i]?.words ?? '';
    }
    const said = saidOf(attributes, note, task.declared(type, 'relation'), task.names);
    yield tagLine(tagOf(type), { id: ids.give(tagOf(type), recordId), ...link, ...said });
  }
  yield* documentTag(records, ids);
}

function* documentTag(records: readonly AnnotationRecord[], ids: TagIds): Generator<string> {
  const note = records.find((record) => record.kind === 'note')?.text;
  const status = records.find((record) => record.kind === 'status');
  if (note === undefined && !status) return;
  const said = { note, status: status?.status, statusAt: status?.at };
  const id = ids.give(DOCUMENT_TAG, '');
  yield tagLine(DOCUMENT_TAG, { id, spans: '-1~-1', text: '', ...said });
}

function saidOf(
  attributes: Attributes,
  note: string,
  declared: readonly string[],
  names: StoredNames,
): XmlAttributes {
  const given = Object.entries(attributes).map(
    ([name, value]) => [names.of(name), infonOf(value)] as const,
  );
  const missing = new Set(declared);
  for (const [name] of given) missing.delete(name);
  const empty = [...missing].map((name) => [name, ''] as const);
  return Object.fromEntries([...given, ...empty, ...(note === '' ? [] : [[NOTE, note] as const])]);
}

function tagLine(name: string, attributes: XmlAttributes): string {
  const legal = Object.entries(attributes).map(
    ([key, value]) => [key, typeof value === 'string' ? replaceIllegalXml(value) : value] as const,
  );
  return `${emptyTag(name, Object.fromEntries(legal))}\n`;
}

/** Ids as MedTator makes them: letters of the tag and a number. Those that are so already stay. */
class TagIds {
  readonly #task: TaskToWrite;
  readonly #taken = new Set<string>();
  readonly #kept = new Set<string>();
  readonly #next = new Map<string, number>();

  constructor(task: TaskToWrite) {
    this.#task = task;
  }

  reserve(tags: readonly (readonly [tag: string, id: string])[]): void {
    for (const [tag, id] of tags) {
      if (this.#fits(tag, id)) this.#kept.add(id);
    }
  }

  give(tag: string, recordId: string): string {
    if (this.#fits(tag, recordId) && !this.#taken.has(recordId)) {
      this.#taken.add(recordId);
      return recordId;
    }
    const prefix = this.#task.prefixOf(tag);
    let number = this.#next.get(prefix) ?? 0;
    while (this.#taken.has(`${prefix}${number}`) || this.#kept.has(`${prefix}${number}`)) number++;
    this.#next.set(prefix, number + 1);
    this.#taken.add(`${prefix}${number}`);
    return `${prefix}${number}`;
  }

  #fits(tag: string, id: string): boolean {
    const prefix = this.#task.prefixOf(tag);
    return id.startsWith(prefix) && /^\d{1,9}$/u.test(id.slice(prefix.length));
  }
}
