import type { Environment } from './environment.ts';
import type { GrantedPaths } from './guard/granted-paths.ts';
import type { UserData } from './user-data/user-data.ts';
import type { WindowList } from './window/window-list.ts';

/** What all windows of the program share. */
export interface MainContext {
  readonly environment: Environment;
  readonly userData: UserData;
  readonly granted: GrantedPaths;
  readonly windows: WindowList;
  /** Opens another window, with a host of its own. */
  openWindow(): void;
}
