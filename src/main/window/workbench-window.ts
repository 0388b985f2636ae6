import type { BrowserWindow } from 'electron';
import type { Endpoints } from '#api/endpoints.ts';
import type { Inbox } from './inbox.ts';

/** One window of the program, with the host that serves it. */
export interface WorkbenchWindow {
  readonly browser: BrowserWindow;
  /** Answers to the calls of its page. */
  readonly endpoints: Endpoints;
  readonly inbox: Inbox;
  /** Puts the work of a closed window away. Never rejects, and takes no longer than it is allowed. */
  release(): Promise<void>;
}
