import type { Annotator } from '#core/model/annotator.ts';
import type { HostEndpoints } from './context.ts';
import type { Emit } from './emit.ts';
import type { ProjectSession } from './project/session.ts';

export type { HostEndpoint, HostEndpoints } from './context.ts';
export type { Emit } from './emit.ts';

/** What the host needs from the program around it. */
export interface HostOptions {
  readonly now: () => Date;
  /** Gives numbers in [0, 1). */
  readonly random: () => number;
  /** Name of this machine, for the project lock. */
  readonly machineName: string;
  /** Folder in which projects are created where no other is chosen. */
  readonly documentsFolder: string;
  /** Folder of the sample project, as it comes with the program. */
  readonly sampleFolder: string;
  /** Who works here; `null` until asked. Calls that need to know fail with `refused` until then. */
  readonly me: () => Annotator | null;
  readonly emit: Emit;
}

/** The project host of one window (or of one run of the command line). */
export interface Host {
  readonly endpoints: HostEndpoints;
  /** Folder of the open project; `null` where none is. */
  folder(): string | null;
  /** The open project itself, for the command line, which reads more than a window asks for. */
  session(): ProjectSession | null;
  /** Closes the open project: all is in its JSON files, and its lock is free, when this settles. */
  close(): Promise<void>;
}

/** Makes the host of one window. Opens nothing yet. */
export function createHost(_options: HostOptions): Host {
  throw new Error('not built yet');
}
