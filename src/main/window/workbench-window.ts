import type { BrowserWindow } from 'electron';
import type { AppInfo } from '#api/calls/app.ts';
import type { Endpoints } from '#api/endpoints.ts';
import type { Events } from '#api/events.ts';
import type { MenuState } from '../menu/menu-state.ts';

/** One window of the program, with the host that serves it. */
export interface WorkbenchWindow {
  readonly browser: BrowserWindow;
  /** Answers to the calls of the page that is shown now. */
  endpoints(): Promise<Endpoints>;
  emit<E extends keyof Events>(event: E, data: Events[E]): void;
  /** Gives files and folders to the page, now or as soon as it asks. */
  handOver(paths: readonly string[]): void;
  /** Tells the person something, now or as soon as the page listens. */
  warn(message: string): void;
  /** What was handed over before the page could take it; asked for once, when the page starts. */
  takeWaiting(): AppInfo['waiting'];
  showMenu(state: MenuState): void;
  /** Puts the work of a closed window away. Never rejects, and takes no longer than it is allowed. */
  release(): Promise<void>;
}
