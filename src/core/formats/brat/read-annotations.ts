import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import type { Ranges } from '../../model/range.ts';
import { type Offsets, offsetsOf } from '../../text/offsets.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import type { ShownNames } from './names.ts';
import { type BratLine, parseLine } from './parse-line.ts';
import { placeWords } from './place-words.ts';

/** A standoff file of a document. */
export interface AnnotationFile {
  readonly path: string;
  /** `ann`, `a1`, `a2`, … */
  readonly extension: string;
  readonly text: string;
}

/** A line that could not be used, or only in part. */
export interface LineProblem {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly id: string;
}

export interface ReadAnnotations {
  readonly records: readonly AnnotationRecord[];
  /** Lines that could not be used, as they are. */
  readonly unknown: readonly string[];
  /** Names of the two ends of relations by type, where they are not `Arg1` and `Arg2`. */
  readonly ends: ReadonlyMap<string, readonly [string, string]>;
  readonly problems: readonly LineProblem[];
  /** How many text lines fit the text, and how many do not. */
  readonly fitting: number;
  readonly unfitting: number;
}

/** Reads the standoff files of one document together. Offsets of the records are UTF-16. */
export function readAnnotations(
  text: string,
  files: readonly AnnotationFile[],
  shown: ShownNames,
): ReadAnnotations {
  return new Reader(text, shown).read(files);
}

type LineOf<Kind extends BratLine['kind']> = Extract<BratLine, { kind: Kind }>;

interface Row<Parsed = BratLine> {
  readonly file: string;
  readonly number: number;
  readonly raw: string;
  readonly parsed: Parsed;
}

interface Draft {
  readonly record: Extract<AnnotationRecord, { kind: 'span' | 'relation' }>;
  readonly attributes: Map<string, AttributeValue>;
  readonly notes: string[];
}

/** The type of notes that annotators write; notes of others begin with their type in brackets. */
const NOTE_TYPE = 'AnnotatorNotes';

function isOf<Kind extends BratLine['kind']>(line: BratLine, kind: Kind): line is LineOf<Kind> {
  return line.kind === kind;
}

class Reader {
  readonly #text: string;
  readonly #offsets: Offsets;
  readonly #shown: ShownNames;
  readonly #drafts = new Map<string, Draft>();
  /** The first event of each trigger. */
  readonly #eventOf = new Map<string, string>();
  readonly #unknown: string[] = [];
  readonly #ends = new Map<string, readonly [string, string]>();
  readonly #problems: LineProblem[] = [];
  #fitting = 0;
  #unfitting = 0;

  constructor(text: string, shown: ShownNames) {
    this.#text = text;
    this.#offsets = offsetsOf(text);
    this.#shown = shown;
  }

  read(files: readonly AnnotationFile[]): ReadAnnotations {
    const rows = this.#rows(files);
    const of = <Kind extends BratLine['kind']>(kind: Kind): readonly Row<LineOf<Kind>>[] =>
      rows.flatMap((row) => (isOf(row.parsed, kind) ? [{ ...row, parsed: row.parsed }] : []));
    this.#readSpans(of('text'), of('event'));
    for (const row of of('event')) this.#readRoles(row);
    for (const row of of('relation')) this.#readRelation(row);
    for (const [i, row] of of('same').entries()) this.#readSame(row, i + 1);
    for (const row of of('attribute')) this.#readAttribute(row);
    for (const row of of('reference')) this.#readReference(row);
    for (const row of of('note')) this.#readNote(row);
    const records = [...this.#drafts.values()].map(({ record, attributes, notes }) => ({
      ...record,
      attributes: Object.fromEntries(attributes),
      note: notes.join('\n'),
    }));
    return {
      records,
      unknown: this.#unknown,
      ends: this.#ends,
      problems: this.#problems,
      fitting: this.#fitting,
      unfitting: this.#unfitting,
    };
  }

  #rows(files: readonly AnnotationFile[]): readonly Row[] {
    const rows: Row[] = [];
    const ids = new Set<string>();
    for (const { path, text } of files) {
      for (const { number, text: raw } of linesIn(withoutMark(text))) {
        if (raw.trim() === '') continue;
        const parsed = parseLine(raw);
        const place = { file: path, number, raw };
        const id = parsed && 'id' in parsed ? parsed.id : undefined;
        if (!parsed) {
          const message = 'This is no line of brat; it is kept as it is, and was not used.';
          this.#leaveOut(place, 'unknown-line', message, raw.split('\t')[0] ?? '');
        } else if (id !== undefined && ids.has(id)) {
          this.#leaveOut(place, 'duplicate-id', `The id ‘${id}’ was used before.`, id);
        } else rows.push({ ...place, parsed });
        if (id !== undefined) ids.add(id);
      }
    }
    return rows;
  }

  #leaveOut(row: Omit<Row, 'parsed'>, code: string, message: string, id: string): void {
    this.#problems.push({ code, message, file: row.file, line: row.number, id });
    this.#unknown.push(row.raw);
  }

  #name(stored: string): string {
    return this.#shown.get(stored) ?? stored;
  }

  #readSpans(texts: readonly Row<LineOf<'text'>>[], events: readonly Row<LineOf<'event'>>[]): void {
    const triggers = new Map(events.map(({ parsed }) => [parsed.trigger, parsed.type]));
    const places = new Map<string, { readonly type: string; readonly ranges: Ranges }>();
    for (const row of texts) {
      const { id, type } = row.parsed;
      const ranges = this.#rangesOf(row);
      if (!ranges) continue;
      places.set(id, { type, ranges });
      if (triggers.get(id) !== type) this.#addSpan(id, type, ranges);
    }
    for (const row of events) {
      const { id, type, trigger } = row.parsed;
      const place = places.get(trigger);
      if (place?.type === type) {
        if (!this.#eventOf.has(trigger)) this.#eventOf.set(trigger, id);
        this.#addSpan(id, type, place.ranges);
      } else {
        const message = `The trigger ‘${trigger}’ of the event is not there, or not of the type ‘${type}’.`;
        this.#leaveOut(row, 'no-trigger', message, id);
      }
    }
  }

  #addSpan(id: string, type: string, ranges: Ranges): void {
    const common = { id, type: this.#name(type), attributes: {}, note: '' };
    const record = { kind: 'span' as const, ...common, ranges };
    this.#drafts.set(id, { record, attributes: new Map(), notes: [] });
  }

  #rangesOf(row: Row<LineOf<'text'>>): Ranges | undefined {
    const placed = placeWords(this.#text, this.#offsets, row.parsed);
    if (placed.fault) {
      const { code, message } = placed.fault;
      if (code !== 'empty-span') this.#unfitting++;
      this.#leaveOut(row, code, message, row.parsed.id);
      return undefined;
    }
    if (placed.note !== undefined) {
      const { file, number: line, parsed } = row;
      this.#problems.push({ code: 'white-space', message: placed.note, file, line, id: parsed.id });
    }
    this.#fitting++;
    return placed.ranges;
  }

  /** The span that an id stands for: a trigger stands for its event. */
  #spanOf(id: string): string | undefined {
    const own = this.#eventOf.get(id) ?? id;
    return this.#drafts.get(own)?.record.kind === 'span' ? own : undefined;
  }

  #addRelation(id: string, type: string, from: string, to: string): void {
    const common = { id, type: this.#name(type), attributes: {}, note: '' };
    const record = { kind: 'relation' as const, ...common, from, to };
    this.#drafts.set(id, { record, attributes: new Map(), notes: [] });
  }

  #readRoles(row: Row<LineOf<'event'>>): void {
    const { id, roles } = row.parsed;
    if (!this.#drafts.has(id)) return;
    const counts = new Map<string, number>();
    for (const [i, role] of roles.entries()) {
      // `Theme2` is a second `Theme`; a number that counts something else belongs to the name.
      const [, base = role.name, digits] = /^(.*?\D)([2-9]|[1-9]\d+)$/u.exec(role.name) ?? [];
      const isRepeated = digits !== undefined && counts.get(base) === Number(digits) - 1;
      const name = isRepeated ? base : role.name;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const to = this.#spanOf(role.id);
      if (to !== undefined) this.#addRelation(`${id}-${i + 1}`, name, id, to);
      else {
        const message = `The role ‘${role.name}’ names ‘${role.id}’, which is not there; the role was left out.`;
        const { file, number: line } = row;
        this.#problems.push({ code: 'no-participant', message, file, line, id });
      }
    }
  }

  #readRelation(row: Row<LineOf<'relation'>>): void {
    const { id, type, ends } = row.parsed;
    const [from, to] = [this.#spanOf(ends[0].id), this.#spanOf(ends[1].id)];
    if (from === undefined || to === undefined) {
      const missing = ends[from === undefined ? 0 : 1].id;
      const message = `The relation names ‘${missing}’, which is no span that was read.`;
      this.#leaveOut(row, 'no-end', message, id);
      return;
    }
    this.#addRelation(id, type, from, to);
    const [a, b] = [ends[0].name, ends[1].name];
    if (a !== 'Arg1' || b !== 'Arg2') this.#ends.set(this.#name(type), [a, b]);
  }

  /** Members of an equivalence become a chain of relations. */
  #readSame(row: Row<LineOf<'same'>>, number: number): void {
    const { type, members } = row.parsed;
    const spans = members.map((member) => this.#spanOf(member));
    if (spans.includes(undefined)) {
      const message = `Of ${members.join(', ')}, at least one is no span that was read.`;
      this.#leaveOut(row, 'no-end', message, '*');
      return;
    }
    for (const [i, to] of spans.entries()) {
      const from = spans[i - 1];
      if (from !== undefined && to !== undefined) {
        this.#addRelation(`*${number}-${i}`, type, from, to);
      }
    }
  }

  #targetOf(row: Row<LineOf<'attribute' | 'reference' | 'note'>>): Draft | undefined {
    const { id, target } = row.parsed;
    const draft = this.#drafts.get(this.#eventOf.get(target) ?? target);
    if (draft) return draft;
    this.#leaveOut(row, 'no-target', `It belongs to ‘${target}’, which was not read.`, id);
    return undefined;
  }

  #readAttribute(row: Row<LineOf<'attribute'>>): void {
    const draft = this.#targetOf(row);
    const { name, value = true } = row.parsed;
    if (draft) this.#give(row, draft, this.#name(name), value);
  }

  #give(
    row: Row<LineOf<'attribute' | 'reference'>>,
    draft: Draft,
    name: string,
    value: string | true,
  ) {
    const known = draft.attributes.get(name);
    if (known === undefined) draft.attributes.set(name, value);
    else if (typeof known !== 'boolean' && typeof known !== 'number' && value !== true) {
      draft.attributes.set(name, typeof known === 'string' ? [known, value] : [...known, value]);
    } else {
      const message = `‘${name}’ is given twice; the first one counts.`;
      this.#leaveOut(row, 'given-twice', message, row.parsed.id);
    }
  }

  #readReference(row: Row<LineOf<'reference'>>): void {
    const { id, type, entry, label } = row.parsed;
    if (type !== 'Reference') {
      const message = `A normalization of the type ‘${type}’ is kept as it is, and was not used.`;
      this.#leaveOut(row, 'unknown-line', message, id);
      return;
    }
    const draft = this.#targetOf(row);
    if (draft) this.#give(row, draft, type, label === '' ? entry : `${entry} ${label}`);
  }

  #readNote(row: Row<LineOf<'note'>>): void {
    const { type, text } = row.parsed;
    const draft = this.#targetOf(row);
    const isPlain = type === NOTE_TYPE && !/^\[[A-Za-z0-9_-]+\] /u.test(text);
    draft?.notes.push(isPlain ? text : `[${type}] ${text}`);
  }
}
