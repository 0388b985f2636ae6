import { type BrowserWindow, clipboard, nativeTheme, shell } from 'electron';
import type { AppEndpoints } from '#api/endpoints.ts';
import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { MainContext } from '../context.ts';
import type { MenuState } from '../menu/menu-state.ts';
import { createPrinting } from '../print/print-page.ts';
import { sortPaths } from '../start/existing-paths.ts';
import { themeSource } from '../theme-source.ts';
import { identify } from '../user-data/identity.ts';
import { withoutRecent } from '../user-data/recent.ts';
import type { Inbox } from '../window/inbox.ts';
import { zoomAll } from '../window/zoom.ts';
import { appInfo } from './app-info.ts';
import { choose } from './choose.ts';

interface WindowParts {
  readonly browser: BrowserWindow;
  readonly inbox: Inbox;
  showMenu(state: MenuState): void;
}

/** What only the main process can answer, for one window. */
export function appEndpoints(
  { browser, inbox, showMenu }: WindowParts,
  context: MainContext,
): AppEndpoints {
  const { environment, granted, userData } = context;
  const printing = createPrinting(browser);
  return {
    'app.info': async () => ok(appInfo(context, inbox.take())),

    'app.identify': async ({ name }) => {
      const me = identify(userData.identity.data.me, name, Math.random);
      return saved(userData.identity.set({ me }), me);
    },

    'app.saveSettings': async (some) => {
      const settings = { ...userData.settings.data, ...some };
      nativeTheme.themeSource = themeSource(settings.theme);
      zoomAll(context.windows, settings.zoom);
      return saved(userData.settings.set(settings), settings);
    },

    'app.forgetRecent': async ({ path }) => {
      const projects = withoutRecent(userData.recent.data.projects, path);
      return saved(userData.recent.set({ projects }), null);
    },

    'app.choose': async ({ purpose, suggestedName }) => {
      const paths = await choose(browser, purpose, suggestedName, environment.documentsFolder);
      granted.grant(...paths);
      return ok(paths);
    },

    'app.drop': async ({ files }) => {
      const { found } = await sortPaths(files);
      granted.grant(...found);
      return ok(found);
    },

    'app.reveal': async ({ path }) => {
      if (!granted.has(path)) {
        const message = 'Glossator shows only files and folders that you have chosen.';
        return err({ code: 'refused', message, place: { file: path } });
      }
      shell.showItemInFolder(path);
      return ok(null);
    },

    'app.copy': async ({ text }) => {
      clipboard.writeText(text);
      return ok(null);
    },

    'app.menu': async (state) => {
      showMenu(state);
      return ok(null);
    },

    'app.print': async (args) => {
      if (args.target === null || granted.has(args.target)) return printing.print(args);
      const message = 'Glossator writes only to files that you have chosen.';
      return err({ code: 'refused', message, place: { file: args.target } });
    },

    'app.stopPrint': async () => {
      printing.stop();
      return ok(null);
    },

    'app.newWindow': async () => {
      context.openWindow();
      return ok(null);
    },

    'app.closeWindow': async () => {
      // After the answer is on its way: the page that asked is gone then.
      setImmediate(() => browser.isDestroyed() || browser.close());
      return ok(null);
    },

    'app.setTitle': async ({ title }) => {
      browser.setTitle(title);
      return ok(null);
    },
  };
}

/** Waits until preferences are on the disk; they hold for this session even where that fails. */
async function saved<Value>(
  written: Promise<void>,
  value: Value,
): Promise<Result<Value, ApiError>> {
  try {
    await written;
    return ok(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err({
      code: 'disk',
      message: `This is set now, but could not be saved for the next start: ${reason}`,
    });
  }
}
