import { BrowserWindow } from 'electron';
import type { Args } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { writeProblem } from '#host/exports/write-problem.ts';
import { writeDurable } from '#host/store/durable-file.ts';
import { nodeFiles } from '#host/store/files.ts';
import { holdPage, printSession } from './print-session.ts';

/** Tags for screen readers cost memory; of a whole book they are left out. In UTF-16 units of HTML. */
const MOST_TAGGED = 4_000_000;

const FOOTER =
  '<div style="width:100%;font:8px sans-serif;color:#666;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** What one window has on its way to paper. */
export interface Printing {
  print(args: Args<'app.print'>): Promise<Result<null, ApiError>>;
  stop(): void;
}

/** Prints for a window; what is on its way stops when the window closes. */
export function createPrinting(owner: BrowserWindow): Printing {
  let hidden: BrowserWindow | null = null;
  const stop = () => {
    if (hidden && !hidden.isDestroyed()) hidden.destroy();
    hidden = null;
  };
  owner.once('closed', stop);
  return {
    stop,
    async print(args) {
      if (hidden) {
        return err({
          code: 'refused',
          message: 'Something is being printed already. Stop it first.',
        });
      }
      const page = holdPage(args.html);
      const window = makeHidden();
      hidden = window;
      try {
        await window.loadURL(page.address);
        return await (args.target === null
          ? toPrinter(window, args)
          : toFile(window, args, args.target));
      } catch (error) {
        if (window.isDestroyed())
          return err({ code: 'cancelled', message: 'Printing was stopped.' });
        const reason = error instanceof Error ? error.message : String(error);
        return err({ code: 'refused', message: `This could not be laid out on paper: ${reason}` });
      } finally {
        page.release();
        if (hidden === window) stop();
      }
    },
  };
}

/** A window that nobody sees, without scripts. */
function makeHidden(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: {
      session: printSession(),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  window.setMenu(null);
  return window;
}

async function toFile(
  window: BrowserWindow,
  { html, paper, isLandscape }: Args<'app.print'>,
  target: string,
): Promise<Result<null, ApiError>> {
  const pdf = await window.webContents.printToPDF({
    pageSize: paper,
    landscape: isLandscape,
    printBackground: true,
    preferCSSPageSize: false,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: FOOTER,
    margins: { top: 0.7, bottom: 0.8, left: 0.65, right: 0.65 },
    generateTaggedPDF: html.length <= MOST_TAGGED,
  });
  try {
    await writeDurable(nodeFiles, target, pdf);
    return ok(null);
  } catch (error) {
    return err(writeProblem(error, target, 'Could not write'));
  }
}

async function toPrinter(
  window: BrowserWindow,
  { paper, isLandscape }: Args<'app.print'>,
): Promise<Result<null, ApiError>> {
  if ((await window.webContents.getPrintersAsync()).length === 0) {
    return err({ code: 'refused', message: 'This computer has no printer. Save as PDF instead.' });
  }
  return new Promise((resolve) => {
    window.webContents.print(
      { silent: false, printBackground: true, landscape: isLandscape, pageSize: paper },
      (isDone, reason) => {
        if (isDone) resolve(ok(null));
        else if (/cancel/iu.test(reason)) {
          resolve(err({ code: 'cancelled', message: 'Nothing was printed.' }));
        } else resolve(err({ code: 'refused', message: `The printer refused: ${reason}` }));
      },
    );
  });
}
