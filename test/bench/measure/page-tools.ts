/** Put into the page: the definitions of time that the driver of the other tools' figures has. */
export interface PageTools {
  /** Resolves after the next frame is painted. */
  frame(): Promise<void>;
  /** Until the page has been calm for that long. @returns the end of the last gap over 50 ms. */
  settle(since: number, quiet: number): Promise<number>;
  /** From the next event of that kind until a frame shows what is waited for. In milliseconds. */
  watch(event: string, isThere: () => boolean): void;
  /** What `watch` measured; waits for it. */
  seen: Promise<{ paint: number; start: number }>;
  startFrames(): void;
  stopFrames(): readonly number[];
}

declare global {
  interface Window {
    bench: PageTools;
  }
}

/** Defines `window.bench`; runs in the page. */
export function installTools(): void {
  const frames: number[] = [];
  let isRunning = false;
  const raf = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const task = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    });
  const frame = async () => {
    await raf();
    await task();
  };
  window.bench = {
    frame,
    async settle(since, quiet) {
      let last = performance.now();
      let lastGap = since;
      for (;;) {
        await raf();
        const now = performance.now();
        if (now - last > 50) lastGap = now;
        last = now;
        if (now - Math.max(lastGap, since) > quiet) return lastGap;
      }
    },
    watch(event, isThere) {
      window.bench.seen = new Promise((resolve) => {
        const onEvent = async () => {
          window.removeEventListener(event, onEvent, true);
          const start = performance.now();
          do await frame();
          while (!isThere());
          resolve({ paint: performance.now() - start, start });
        };
        window.addEventListener(event, onEvent, true);
      });
    },
    seen: Promise.resolve({ paint: 0, start: 0 }),
    startFrames() {
      frames.length = 0;
      isRunning = true;
      let last = performance.now();
      const tick = () => {
        const now = performance.now();
        frames.push(now - last);
        last = now;
        if (isRunning) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    },
    stopFrames() {
      isRunning = false;
      return frames.slice(1);
    },
  };
}
