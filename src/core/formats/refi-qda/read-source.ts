import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Annotator } from '../../model/annotator.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import { labelId } from '../../model/document-label.ts';
import { NOTE_ID } from '../../model/document-note.ts';
import type { Place } from '../../problem.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { partOf, partsOf, textOf } from './elements.ts';
import { plainGuid } from './guid.ts';
import { type PositionReading, plain, SourceText } from './source-text.ts';

/** Type of selections that nobody coded. */
const SELECTION = 'Selection';
/** Document label with the codes of a source as a whole. */
export const CODES = 'codes';

/** A set while it is read. */
export interface SetDraft {
  readonly annotator: Annotator;
  readonly records: Map<string, AnnotationRecord>;
}

/** A document while it is read. */
export interface SourceDraft {
  readonly name: string;
  readonly text: string;
  readonly sets: Map<string, SetDraft>;
}

/** What sources refer to. */
export interface ProjectContext {
  readonly file: string;
  readonly codes: ReadonlyMap<string, string>;
  /** Who has that GUID; for no GUID, whoever it is where nobody is named. */
  readonly userOf: (guid: string) => Annotator;
  readonly notes: ReadonlyMap<string, { readonly text: string; readonly user: string }>;
  readonly variables: ReadonlyMap<string, string>;
  readonly reading: PositionReading;
  readonly problems: ProblemList;
  /** The spans of each selection and coding, by GUID. */
  readonly spans: Map<string, { readonly set: SetDraft; readonly id: string }>;
}

/** Reads selections, codings, notes and variables of a source of which the text is known. */
export function readSource(
  source: XmlElement,
  text: string,
  name: string,
  context: ProjectContext,
): SourceDraft {
  const draft: SourceDraft = { name, text, sets: new Map() };
  const reader = new SourceReader(source, draft, context);
  reader.read();
  return draft;
}

class SourceReader {
  readonly #source: XmlElement;
  readonly #draft: SourceDraft;
  readonly #context: ProjectContext;
  readonly #syncPoints = new Map<string, number>();

  constructor(source: XmlElement, draft: SourceDraft, context: ProjectContext) {
    this.#source = source;
    this.#draft = draft;
    this.#context = context;
    for (const point of partsOf(source, 'SyncPoint')) {
      const position = Number(point.attributes['position'] ?? Number.NaN);
      this.#syncPoints.set(plainGuid(point.attributes['guid']), position);
    }
  }

  read(): void {
    const selections = partsOf(this.#source, 'PlainTextSelection', 'TranscriptSelection');
    const samples = selections.map((one) => ({
      ...this.#positionsOf(one),
      words: plain(one.attributes['name'] ?? ''),
    }));
    const places = new SourceText(this.#draft.text, this.#context.reading, samples);
    for (const selection of selections) this.#readSelection(selection, places);
    const codes = partsOf(this.#source, 'Coding').flatMap((coding) => {
      const code = this.#codeOf(coding);
      return code === undefined ? [] : [code];
    });
    const creator = plainGuid(this.#source.attributes['creatingUser']);
    if (codes.length > 0) this.#addLabel(CODES, codes, creator);
    for (const value of partsOf(this.#source, 'VariableValue')) this.#readVariable(value, creator);
    this.#addNote(textOf(this.#source, 'Description'), creator);
    for (const { text, user } of this.#notesOf(this.#source)) this.#addNote(text, user || creator);
  }

  #place({ line, column }: XmlElement): Place {
    return { file: this.#context.file, line, column };
  }

  #setOf(user: string): SetDraft {
    const annotator = this.#context.userOf(user);
    const set = this.#draft.sets.get(annotator.id) ?? { annotator, records: new Map() };
    this.#draft.sets.set(annotator.id, set);
    return set;
  }

  #positionsOf({ attributes }: XmlElement): { readonly start: number; readonly end: number } {
    const synced = (name: string) => this.#syncPoints.get(plainGuid(attributes[name]));
    const number = (name: string) => Number(attributes[name]?.trim() || Number.NaN);
    return {
      start: synced('fromSyncPoint') ?? number('startPosition'),
      end: synced('toSyncPoint') ?? number('endPosition'),
    };
  }

  #readSelection(selection: XmlElement, places: SourceText): void {
    const { start, end } = this.#positionsOf(selection);
    const range = places.rangeOf(start, end);
    if (typeof range === 'string') {
      const id = (selection.attributes['guid'] ?? '').slice(0, 60);
      const message = `${range} The selection was left out.`;
      this.#context.problems.add('bad-range', message, { ...this.#place(selection), id });
      return;
    }
    const owner = plainGuid(selection.attributes['creatingUser']);
    const notes = [
      textOf(selection, 'Description'),
      ...this.#notesOf(selection).map(({ text }) => text),
    ];
    const guid = plainGuid(selection.attributes['guid']);
    const codings = partsOf(selection, 'Coding');
    const add = (type: string, user: string, given: string, more: readonly string[]) => {
      const set = this.#setOf(user);
      const isFree = given !== '' && !set.records.has(given) && given !== NOTE_ID;
      const id = isFree && !given.startsWith('label:') ? given : `s${set.records.size + 1}`;
      const note = [...notes.splice(0), ...more].filter((one) => one !== '').join('\n');
      set.records.set(id, { kind: 'span', id, type, ranges: [range], attributes: {}, note });
      for (const key of [guid, given]) {
        if (key !== '' && !this.#context.spans.has(key)) this.#context.spans.set(key, { set, id });
      }
    };
    let count = 0;
    for (const coding of codings) {
      const code = this.#codeOf(coding);
      if (code === undefined) continue;
      count++;
      const user = plainGuid(coding.attributes['creatingUser']) || owner;
      const more = this.#notesOf(coding).map(({ text }) => text);
      add(code, user, plainGuid(coding.attributes['guid']), more);
    }
    if (count === 0 && codings.length === 0) add(SELECTION, owner, guid, []);
  }

  #codeOf(coding: XmlElement): string | undefined {
    const guid = partOf(coding, 'CodeRef')?.attributes['targetGUID'];
    const code = this.#context.codes.get(plainGuid(guid));
    if (code === undefined) {
      const message = `The coding names a code ‘${(guid ?? '').slice(0, 60)}’ that the codebook does not have; it was left out.`;
      this.#context.problems.add('no-code', message, this.#place(coding));
    }
    return code;
  }

  #notesOf(element: XmlElement) {
    return partsOf(element, 'NoteRef').flatMap((ref) => {
      const note = this.#context.notes.get(plainGuid(ref.attributes['targetGUID']));
      if (note) return [note];
      const message = 'The note that this refers to is not there; it was left out.';
      this.#context.problems.add('no-note', message, this.#place(ref));
      return [];
    });
  }

  #readVariable(element: XmlElement, creator: string): void {
    const ref = partOf(element, 'VariableRef');
    const name = this.#context.variables.get(plainGuid(ref?.attributes['targetGUID']));
    const value = variableValue(element);
    if (name === undefined || name === '') {
      const message = 'The variable of this value is not there; it was left out.';
      this.#context.problems.add('no-variable', message, this.#place(element));
    } else if (value !== undefined) this.#addLabel(name, value, creator);
  }

  #addLabel(name: string, value: AttributeValue, user: string): void {
    const id = labelId(name);
    this.#setOf(user).records.set(id, { kind: 'label', id, name, value });
  }

  #addNote(text: string, user: string): void {
    if (text === '') return;
    const set = this.#setOf(user);
    const before = set.records.get(NOTE_ID);
    const all = before?.kind === 'note' ? `${before.text}\n${text}` : text;
    set.records.set(NOTE_ID, { kind: 'note', id: NOTE_ID, text: all });
  }
}

function variableValue(element: XmlElement): AttributeValue | undefined {
  const boolean = partOf(element, 'BooleanValue');
  if (boolean) return /^\s*(?:true|1)\s*$/u.test(textOf(element, 'BooleanValue'));
  for (const name of ['IntegerValue', 'FloatValue']) {
    const text = textOf(element, name).trim();
    if (text !== '' && Number.isFinite(Number(text))) return Number(text);
  }
  for (const name of ['TextValue', 'DateValue', 'DateTimeValue']) {
    const text = textOf(element, name);
    if (text !== '') return text;
  }
  return undefined;
}
