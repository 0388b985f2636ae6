import type { Annotator } from '#core/model/annotator.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { Assignment } from '#core/packets/assign-documents.ts';

/** What goes into packets, and who gets which documents. */
export interface PacketChoice {
  /** Empty: all. */
  readonly documents: readonly DocumentId[];
  /** Who is to work on them; nobody: the packet has everything, such as work that is sent back. */
  readonly annotators: readonly Annotator[];
  /** How many people get each document; `null`: all of them. */
  readonly each: number | null;
  /** So many documents go to everybody, so that agreement can be measured. */
  readonly overlap: number;
  readonly order: 'given' | 'shuffled';
  /** The same seed gives the same assignment. */
  readonly seed: number;
  /** Whether the work of others is left out. */
  readonly blind: boolean;
  /** Whose sets people start from, to correct them; `null`: from nothing. */
  readonly correct: AnnotatorId | null;
  /** Text for those who annotate; may be empty. */
  readonly guidelines: string;
  /** A packet for each person, in the folder `target`; else one for all, the file `target`. */
  readonly separate: boolean;
}

/** What `packet.json` in a packet says. */
export interface PacketInfo {
  readonly name: string;
  readonly madeAt: string;
  readonly madeBy: Annotator;
  /** The project that it was made from: its id, and the last project-wide action in it. */
  readonly origin: { readonly project: string; readonly revision: number };
  readonly guidelines: string;
  readonly assignments: readonly PacketAssignment[];
}

export interface PacketAssignment {
  readonly annotator: Annotator;
  /** In the order in which they are to be worked on. */
  readonly documents: readonly DocumentId[];
  readonly blind: boolean;
  readonly correct: AnnotatorId | null;
}

export interface PacketCalls {
  /** Who would get which documents. */
  'packet.plan'(args: { choice: PacketChoice }): readonly Assignment[];
  /**
   * Writes packets, each whole or not at all. Answers their paths. Fails with `exists` where a file would
   * be overwritten and `overwrite` is false.
   */
  'packet.write'(args: {
    choice: PacketChoice;
    target: string;
    overwrite: boolean;
    job: string;
  }): readonly string[];
  /** What a packet says of itself; `null` where it is a project that somebody packed by hand. */
  'packet.look'(args: { path: string }): PacketInfo | null;
  /** Makes a project folder `<parent>/<name of the packet>` (a free name) of a packet. Answers its path. */
  'packet.unpack'(args: { path: string; parent?: string; job: string }): { readonly path: string };
}
