import type { Annotator } from '#core/model/annotator.ts';
import type { Emit } from './emit.ts';

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
