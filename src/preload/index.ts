import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#api/bridge.ts';
import { isEvent, isMethod } from '#api/methods.ts';
import type { ApiError } from '#api/problem.ts';
import { err } from '#core/result.ts';

// Runs in the sandbox, beside the page and apart from it. The page sees the two functions below and
// nothing of Electron: no event object, no channel name.

const UNKNOWN: ApiError = { code: 'bad-request', message: 'There is no such call.' };

/** Asks the main process. An unknown name does not even get there. */
async function call(method: unknown, args: unknown): Promise<string> {
  if (!isMethod(method)) return JSON.stringify(err(UNKNOWN));
  if (method === 'app.drop') return ipcRenderer.invoke('call', method, { files: pathsOf(args) });
  return ipcRenderer.invoke('call', method, args);
}

/** Where dropped files lie. What is no real file of the system has no path, and is left out. */
function pathsOf(args: unknown): readonly string[] {
  const files = typeof args === 'object' && args !== null && 'files' in args ? args.files : [];
  if (!Array.isArray(files)) return [];
  return files
    .map((file: unknown) => (file instanceof File ? webUtils.getPathForFile(file) : ''))
    .filter((path) => path !== '');
}

const listeners = new Map<string, Set<(data: unknown) => void>>();

ipcRenderer.on('event', (_event, name: string, data: unknown) => {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(data);
});

/** Listens to an event of the contract, until the function that it returns is called. */
function on(event: unknown, listener: unknown): () => void {
  if (!isEvent(event) || typeof listener !== 'function') return () => {};
  // A function of its own, so that one listener given twice is two.
  const tell = (data: unknown) => void listener(data);
  const all = listeners.get(event) ?? new Set();
  listeners.set(event, all.add(tell));
  return () => void all.delete(tell);
}

const bridge: { readonly [K in keyof Bridge<File>]: unknown } = { call, on };
contextBridge.exposeInMainWorld('glossator', bridge);
