import { err, ok, type Result } from '../../result.ts';
import type {
  FeatureClass,
  GateAnnotation,
  GateDocument,
  GateRelation,
  GateSet,
} from '../bdoc/gate-document.ts';
import type { FormatError } from '../format.ts';
import { readXmlEvents } from '../xml/read-events.ts';
import type { XmlStart } from '../xml/xml-element.ts';
import { readFeatureValue, STRING } from './feature-value.ts';

export interface ParsedGate {
  readonly gate: GateDocument;
  readonly problems: readonly GateProblem[];
}

export interface GateProblem {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly id?: string;
}

interface Bag {
  readonly features: Record<string, unknown>;
  readonly classes: Record<string, FeatureClass>;
}

type MutableSet = {
  readonly name: string;
  readonly annotations: GateAnnotation[];
  readonly relations: GateRelation[];
};

/** Takes a GATE document apart, reading it once. Offsets are those at which its nodes stand. */
export function parseGate(text: string, file: string): Result<ParsedGate, FormatError> {
  const reader = new GateReader();
  const read = readXmlEvents(text, file, {
    open: (start) => reader.open(start),
    text: (piece) => reader.text(piece),
    close: (name) => reader.close(name),
  });
  if (!read.ok) return read;
  const fault = reader.fault ?? (reader.hasText ? undefined : NO_TEXT);
  if (fault) {
    const { message, line } = fault;
    return err({ code: 'invalid-file', message, place: { file, line } });
  }
  return ok(reader.done());
}

const NO_TEXT = { message: 'The document has no text (TextWithNodes).', line: 1 };

class GateReader {
  fault: { readonly message: string; readonly line: number } | undefined;
  hasText = false;
  readonly #problems: GateProblem[] = [];
  readonly #path: string[] = [];
  readonly #nodes = new Map<string, number>();
  readonly #sets = new Map<string, MutableSet>();
  readonly #document: Bag = newBag();
  #pieces: string[] = [];
  #length = 0;
  #text = '';
  #set: MutableSet | undefined;
  #item: { readonly start: XmlStart; readonly bag: Bag } | undefined;
  #name = '';
  #value: XmlStart | undefined;
  #userData = '';
  /** Old files have no ids: their annotations are counted. */
  #count = 0;

  open(start: XmlStart): void {
    const { name, attributes, line } = start;
    const path = this.#path.push(name);
    if (path === 1 && name !== 'GateDocument') {
      this.fault ??= { message: `This is no GATE document: it begins with <${name}>.`, line };
    } else if (name === 'Node' && this.#path.at(-2) === 'TextWithNodes') {
      this.#nodes.set(attributes['id'] ?? '', this.#length);
    } else if (name === 'AnnotationSet' || name === 'RelationSet') {
      const key = attributes['Name'] ?? '';
      this.#set = this.#sets.get(key) ?? { name: key, annotations: [], relations: [] };
      this.#sets.set(key, this.#set);
    } else if (name === 'Annotation' || name === 'Relation') {
      this.#item = { start, bag: newBag() };
      this.#userData = '';
    } else if (name === 'Feature') this.#name = '';
    else if (name === 'Name' || name === 'Value' || name === 'UserData') {
      this.#pieces = [];
      this.#value = start;
    } else if (name === 'TextWithNodes') this.#pieces = [];
  }

  text(piece: string): void {
    const name = this.#path.at(-1) ?? '';
    if (name !== 'TextWithNodes' && !/^(?:Name|Value|UserData)$/u.test(name)) return;
    this.#pieces.push(piece);
    if (name === 'TextWithNodes') this.#length += piece.length;
  }

  close(name: string): void {
    this.#path.pop();
    if (name === 'TextWithNodes') {
      this.#text = this.#pieces.join('');
      this.hasText = true;
    } else if (name === 'Name') this.#name = this.#pieces.join('');
    else if (name === 'UserData') this.#userData = this.#pieces.join('');
    else if (name === 'Value') this.#addFeature(this.#pieces.join(''));
    else if (name === 'Annotation') this.#addAnnotation();
    else if (name === 'Relation') this.#addRelation();
  }

  #addFeature(text: string): void {
    const { className = STRING, itemClassName } = this.#value?.attributes ?? {};
    const bag = this.#item?.bag ?? this.#document;
    const written = { className, text, ...(itemClassName === undefined ? {} : { itemClassName }) };
    put(bag.features, this.#name, readFeatureValue(written));
    if (className !== STRING) put(bag.classes, this.#name, written);
  }

  #addAnnotation(): void {
    const item = this.#take();
    if (!item) return;
    const { attributes, line } = item.start;
    const id = attributes['Id'] ?? String(this.#count++);
    const [start, end] = ['StartNode', 'EndNode'].map((one) =>
      this.#nodes.get(attributes[one] ?? ''),
    );
    const problem = (message: string) =>
      this.#problems.push({ code: 'bad-annotation', message, line, id });
    if (!isId(id)) problem('The annotation’s id is no number; it was left out.');
    else if (start === undefined || end === undefined) {
      problem('The annotation names a node that is not in the text; it was left out.');
    } else if (start > end) problem('The annotation ends before it starts; it was left out.');
    else {
      const type = attributes['Type'] ?? '';
      item.set.annotations.push({ id: Number(id), type, start, end, ...said(item.bag) });
    }
  }

  #addRelation(): void {
    const item = this.#take();
    if (!item) return;
    const { attributes, line } = item.start;
    const { Id: id = '', Type: type = '', Members: members = '' } = attributes;
    const ids = members.split(';');
    if (!isId(id) || !ids.every(isId)) {
      const message = 'The relation’s id or members are no numbers; it was left out.';
      this.#problems.push({ code: 'bad-relation', message, line, id });
      return;
    }
    item.set.relations.push({
      id: Number(id),
      type,
      members: ids.map(Number),
      ...said(item.bag),
      ...(this.#userData === '' ? {} : { userData: this.#userData }),
    });
  }

  #take() {
    const [item, set] = [this.#item, this.#set];
    this.#item = undefined;
    return item && set ? { ...item, set } : undefined;
  }

  done(): ParsedGate {
    // The default set stands in every file: where it is empty, it says nothing.
    const sets: readonly GateSet[] = [...this.#sets.values()].filter(
      ({ name, annotations, relations }) =>
        name !== '' || annotations.length + relations.length > 0,
    );
    const gate = { name: '', text: this.#text, ...said(this.#document), sets };
    return { gate, problems: this.#problems };
  }
}

function isId(id: string): boolean {
  return /^\d{1,9}$/u.test(id);
}

function newBag(): Bag {
  return { features: {}, classes: {} };
}

/** Sets a property of whatever name. */
function put(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function said({ features, classes }: Bag) {
  return { features, ...(Object.keys(classes).length > 0 ? { classes } : {}) };
}
