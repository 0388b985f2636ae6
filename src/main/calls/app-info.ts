import type { AppInfo } from '#api/calls/app.ts';
import type { MainContext } from '../context.ts';

/** What a page is told when it starts. */
export function appInfo(
  { environment, userData }: MainContext,
  waiting: readonly string[],
): AppInfo {
  return {
    version: environment.version,
    platform: platform(),
    settings: userData.settings.data,
    me: userData.identity.data.me,
    recent: userData.recent.data.projects,
    waiting,
  };
}

/** Other Unix systems are like Linux where it matters here: keys and file names. */
function platform(): AppInfo['platform'] {
  const { platform: name } = process;
  return name === 'darwin' || name === 'win32' ? name : 'linux';
}
