import type { UndoState } from '#api/calls/project.ts';
import type { EntryHead } from './log-line.ts';

/** An edit that can be taken back or brought back. */
export interface Undoable {
  /** `seq` of the edit itself. */
  readonly entry: number;
  /** `seq` of the entry whose change is to be inverted now: the edit, its last redo, or its last undo. */
  readonly last: number;
  readonly label: string;
  readonly at: string;
}

/** What can be undone and redone, as the entries of a log say. Nothing else is stored about it. */
export class UndoStack {
  readonly #done: Undoable[] = [];
  #undone: Undoable[] = [];

  /** @param heads all entries of the log, in order. */
  constructor(heads: Iterable<EntryHead> = []) {
    for (const head of heads) this.add(head);
  }

  /** Takes a new entry into account. Entries of project-wide actions are not the set's to undo. */
  add({ seq, at, label, undoes, redoes, action }: EntryHead): void {
    if (action !== undefined) return;
    if (undoes !== undefined) move(this.#done, this.#undone, undoes, seq, at);
    else if (redoes !== undefined) move(this.#undone, this.#done, redoes, seq, at);
    else {
      this.#done.push({ entry: seq, last: seq, label, at });
      this.#undone = [];
    }
  }

  /** What undo would take back. */
  get undo(): Undoable | undefined {
    return this.#done.at(-1);
  }

  /** What redo would bring back. */
  get redo(): Undoable | undefined {
    return this.#undone.at(-1);
  }

  get state(): UndoState {
    return { undo: shown(this.undo), redo: shown(this.redo) };
  }
}

/** Label of the entry that takes an edit back: `Undo tag Person ‘Ada’`. */
export function undoLabel(label: string): string {
  return `Undo ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** Label of the entry that brings it back: `Redo tag Person ‘Ada’`. */
export function redoLabel(label: string): string {
  return `Redo ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

function move(from: Undoable[], to: Undoable[], entry: number, last: number, at: string): void {
  const index = from.findLastIndex((item) => item.entry === entry);
  const [item] = index < 0 ? [] : from.splice(index, 1);
  if (item) to.push({ ...item, last, at });
}

function shown(item: Undoable | undefined) {
  return item ? { label: item.label, at: item.at } : null;
}
