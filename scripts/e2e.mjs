import { hasDisplay, startXvfb } from './display.mjs';
import { environmentFor, findRuntime } from './electron-runtime.mjs';
import { whyNoSandbox } from './sandbox.mjs';
import { ensureRuntimeLibraries, ensureTestEquipment } from './system-libraries.mjs';

/**
 * Does something in an environment where real windows can be opened: a runtime, its system
 * libraries, fonts, and a display, which is Xvfb where the machine has none.
 *
 * @param {(env: NodeJS.ProcessEnv) => Promise<boolean>} action
 * @returns {Promise<boolean>} What `action` returned; `false`, said why, where it cannot be done.
 */
export async function withWindows(action) {
  const needsXvfb = !hasDisplay();
  const runtime = await findRuntime();
  if (!(await ensureRuntimeLibraries(runtime.folder))) return false;
  if (!(await ensureTestEquipment({ needsXvfb }))) return false;

  /** @type {NodeJS.ProcessEnv} */
  const env = environmentFor(runtime);
  if (whyNoSandbox(runtime.folder)) env['ELECTRON_DISABLE_SANDBOX'] = '1';
  if (!needsXvfb) return action(env);

  const server = await startXvfb();
  try {
    return await action({ ...env, DISPLAY: server.display });
  } finally {
    server.stop();
  }
}
