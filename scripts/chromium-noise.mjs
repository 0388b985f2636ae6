/**
 * Chromium's own log lines about a desktop bus or a graphics card that a machine does not have.
 * They change nothing for the app, and read like failures. Both shapes occur: Electron 33 writes
 * `[pid:date/time:ERROR:bus.cc(407)]`, later ones `[pid:tid:date/time:ERROR:dbus/bus.cc:408]`.
 */
const NOISE =
  /^\[[\d:/.]+:(?:ERROR|WARNING):(?:\S*\/)?(?:bus|object_proxy|viz_main_impl|gpu\w*|gl\w*|vaapi\w*|angle\w*|display)\.cc[(:]/u;

/**
 * A filter for the lines of Electron's stderr that arrive in arbitrary pieces.
 *
 * @param {(text: string) => void} write Takes what is worth showing.
 * @returns {{ push(chunk: string): void, end(): void }}
 */
export function noiseFilter(write) {
  let rest = '';
  const show = (/** @type {string} */ line) => {
    if (!NOISE.test(line)) write(line);
  };
  return {
    push(chunk) {
      const lines = (rest + chunk).split(/(?<=\n)/u);
      rest = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '');
      lines.forEach(show);
    },
    end() {
      if (rest !== '') show(rest);
      rest = '';
    },
  };
}
