import { ipcMain } from 'electron';
import { writeAnswer } from '#api/answer-text.ts';
import { dispatch } from '#api/dispatch.ts';
import type { ApiError } from '#api/problem.ts';
import { err } from '#core/result.ts';
import { isTrustedSender } from './guard/is-trusted-sender.ts';
import type { WindowList } from './window/window-list.ts';

const STRANGER: ApiError = {
  code: 'refused',
  message: 'Only the windows of Glossator may ask.',
};

/** Arguments as they are meant. What is no JSON is the argument of no call, and refused like others. */
function plain(args: unknown): unknown {
  if (typeof args !== 'string') return args;
  try {
    return JSON.parse(args);
  } catch {
    return undefined;
  }
}

/**
 * Answers calls on the program's one channel, from the pages of its own windows only.
 * What goes back is JSON, and what comes may be: see `Bridge`.
 */
export function answerCalls(windows: WindowList): void {
  ipcMain.handle('call', async (event, method: unknown, args: unknown) => {
    const window = windows.of(event.sender);
    if (!window || !isTrustedSender(event, event.sender.getURL()))
      return JSON.stringify(err(STRANGER));
    const answer = await dispatch(window.endpoints, method, plain(args), (error) =>
      console.error(`${String(method)} failed:`, error),
    );
    return writeAnswer(method, answer);
  });
}
