import { symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { methods } from '#api/methods.ts';
import { expect, test } from './fixtures/index.ts';
import { ROOT } from './fixtures/launch.ts';

// The numbers are those of RELIABILITY.md, section 5.

test.use({ mayComplain: true });

test('E01: every window is sandboxed, isolated, and has no door to Node', async ({ workbench }) => {
  const windows = await workbench.app.evaluate(({ app, BrowserWindow }) => ({
    all: BrowserWindow.getAllWindows().map(
      // Electron's types leave it out, because it is meant for tests.
      (window) =>
        (
          window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences(),
    ),
    isSandboxForced: app.commandLine.hasSwitch('enable-sandbox'),
    isWithoutSandbox: app.commandLine.hasSwitch('no-sandbox'),
  }));
  expect(windows.all).toHaveLength(1);
  for (const preferences of windows.all) {
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(preferences.enableBlinkFeatures || '').toBe('');
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
    expect(preferences.navigateOnDragDrop ?? false).toBe(false);
  }
  // `app.enableSandbox` was called, unless Chromium has no sandbox here: for root.
  expect(windows.isSandboxForced).toBe(!windows.isWithoutSandbox);
});

test('E02: the page sees two functions of ours, and nothing of Node or Electron', async ({
  workbench: { page, app },
}) => {
  const seen = await page.evaluate(() => {
    const { glossator } = window as unknown as { glossator: Record<string, unknown> };
    const empty = document.createElement('iframe');
    document.body.append(empty);
    const usual = new Set(Object.getOwnPropertyNames(empty.contentWindow));
    empty.remove();
    return {
      types: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].map(
        (name) => typeof (window as unknown as Record<string, unknown>)[name],
      ),
      ours: Object.getOwnPropertyNames(window).filter((name) => !usual.has(name)),
      bridge: Object.entries(glossator).map(([name, value]) => [name, typeof value]),
      isFrozen: Object.isFrozen(glossator),
    };
  });
  expect(new Set(seen.types)).toEqual(new Set(['undefined']));
  expect(seen.bridge).toEqual([
    ['call', 'function'],
    ['on', 'function'],
  ]);
  expect(seen.isFrozen).toBe(true);
  expect(seen.ours.filter((name) => /electron|ipc|node|require/iu.test(name))).toEqual([]);
  expect(seen.ours).toContain('glossator');

  // A listener gets the data and nothing else: no event object with a sender.
  await page.evaluate(() => {
    const got: unknown[][] = [];
    Object.assign(window, { got });
    const { glossator } = window as unknown as {
      glossator: { on(event: string, listener: (...args: unknown[]) => void): void };
    };
    glossator.on('notice', (...args) => void got.push(args));
    glossator.on('no.such.event', (...args) => void got.push(args));
  });
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.send('event', 'notice', { kind: 'info', message: 'A test.' });
    contents?.send('event', 'no.such.event', { kind: 'info' });
  });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { got: unknown }).got))
    .toEqual([[{ kind: 'info', message: 'A test.' }]]);
});

test('E03: pages come from our scheme, and our scheme gives nothing but the page', async ({
  workbench: { page, app },
}) => {
  const urls = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(urls).toEqual(['glossator://app/index.html']);

  const status = (address: string) =>
    page.evaluate(async (url) => {
      try {
        return (await fetch(url)).status;
      } catch {
        return 'rejected';
      }
    }, address);
  expect(await status('glossator://app/index.html')).toBe(200);
  expect(await status('file:///etc/passwd')).toBe('rejected');

  const link = join(ROOT, 'out/renderer/link.html');
  await symlink(join(ROOT, 'package.json'), link);
  try {
    for (const path of [
      'link.html',
      '../package.json',
      '%2e%2e/package.json',
      '..%2fpackage.json',
      '..%2f..%2fpackage.json',
      '..%5cpackage.json',
      '%5c..%5cpackage.json',
      '/etc/passwd',
      '%2fetc%2fpasswd',
      join(ROOT, 'package.json'),
      'index.html%00.js',
    ]) {
      expect(await status(`glossator://app/${path}`), path).toBe(404);
    }
  } finally {
    await unlink(link);
  }
  expect(await page.evaluate(() => isSecureContext && location.origin)).toBe('glossator://app');
});

test('E08: calls are taken from the top frame of our own page only', async ({
  workbench: { app },
}) => {
  const answers = await app.evaluate(async ({ ipcMain, BrowserWindow }) => {
    type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })
      ._invokeHandlers;
    const sender = BrowserWindow.getAllWindows()[0]?.webContents;
    const own = 'glossator://app/index.html';
    const frames = {
      own: { url: own, parent: null },
      'a child frame': { url: own, parent: {} },
      'about:blank': { url: 'about:blank', parent: null },
      'another origin': { url: 'https://example.com/', parent: null },
      'a look-alike': { url: 'glossator://app.example.com/', parent: null },
      'a frame that is gone': null,
    };
    const results: Record<string, Record<string, unknown>> = {};
    for (const [channel, handler] of handlers) {
      results[channel] = {};
      for (const [name, senderFrame] of Object.entries(frames)) {
        const answer = await handler({ sender, senderFrame }, 'app.info', null);
        results[channel][name] = JSON.parse(String(answer));
      }
      const stranger = { getURL: () => own };
      const event = { sender: stranger, senderFrame: frames.own };
      const answer = await handler(event, 'app.info', null);
      results[channel]['another window'] = JSON.parse(String(answer));
    }
    return { results, listeners: ipcMain.eventNames().filter((name) => name !== 'error') };
  });
  expect(answers.listeners).toEqual([]);
  expect(Object.keys(answers.results)).toEqual(['call']);
  const { own, ...strangers } = answers.results['call'] ?? {};
  expect(own).toMatchObject({ ok: true });
  expect(Object.keys(strangers)).toHaveLength(6);
  for (const [name, answer] of Object.entries(strangers)) {
    expect(answer, name).toMatchObject({ ok: false, error: { code: 'refused' } });
  }
});

test('E08: 1,000 random calls through the bridge give typed failures, and reach no file', async ({
  workbench: { page },
}) => {
  const codes = await page.evaluate(async (names) => {
    const { call } = (
      window as unknown as {
        glossator: {
          call(m: unknown, a: unknown): Promise<string>;
        };
      }
    ).glossator;
    const quiet = names.filter((name) => !/newWindow|closeWindow|choose|reveal|sample/u.test(name));
    const values = [null, 0, -1, 1e308, '', 'x', '../..', '/etc/passwd', [], {}, true, [[[]]]];
    const keys = [
      'path',
      'paths',
      'name',
      'documentId',
      'job',
      'target',
      'files',
      'change',
      'text',
    ];
    let seed = 7;
    const next = (n: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % n;
    };
    const value = (): unknown => values[next(values.length)];
    const seen: Record<string, number> = {};
    for (let i = 0; i < 1000; i++) {
      const name = next(10) === 0 ? `x${i}` : quiet[next(quiet.length)];
      const args =
        next(3) === 0
          ? value()
          : Object.fromEntries(
              Array.from({ length: next(4) }, () => [keys[next(keys.length)], value()]),
            );
      const result: { ok: boolean; error?: { code: string } } = await call(name, args)
        .then((answer) => JSON.parse(answer))
        .catch(() => ({ ok: false, error: { code: 'THROWN' } }));
      const code = result.ok ? 'ok' : (result.error?.code ?? 'NONE');
      seen[code] = (seen[code] ?? 0) + 1;
    }
    return seen;
  }, methods);
  const known = ['ok', 'bad-request', 'refused', 'not-found', 'read-only', 'cancelled'];
  expect(Object.keys(codes).filter((code) => !known.includes(code))).toEqual([]);
  expect(codes['bad-request']).toBeGreaterThan(700);
});

test('E08: a path that nobody chose is refused, and so is more than a call may carry', async ({
  workbench: { page },
}) => {
  const codes = await page.evaluate(async () => {
    const { call } = (
      window as unknown as {
        glossator: { call(m: string, a: unknown): Promise<string> };
      }
    ).glossator;
    const ask = async (method: string, args: unknown) => JSON.parse(await call(method, args));
    const code = async (method: string, args: unknown) => (await ask(method, args)).error?.code;
    const path = '/etc/passwd';
    const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
    return {
      look: await code('import.look', { paths: [path], job: 'j' }),
      open: await code('project.open', { path: '/etc', mode: 'ask' }),
      create: await code('project.create', { name: 'x', parent: '/etc' }),
      read: await code('schema.readFile', { path }),
      write: await code('schema.writeFile', { path, overwrite: true }),
      reveal: await code('app.reveal', { path }),
      // A page that makes up a dropped file has no path for it.
      drop: await ask('app.drop', { files: [path, { path }, new File(['x'], 'passwd')] }),
      large: await code('app.copy', { text: 'x'.repeat(70 * 1024 * 1024) }),
      deep: await code('app.copy', { text: deep(100) }),
    };
  });
  const { drop, large, deep, ...paths } = codes;
  expect(Object.entries(paths).filter(([, code]) => code !== 'refused')).toEqual([]);
  expect(drop).toEqual({ ok: true, value: [] });
  expect(large).toBe('bad-request');
  expect(deep).toBe('bad-request');
});

test('E13: no key and no menu reaches developer tools, a reload or the source', async ({
  workbench: { app, page },
}) => {
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  for (const key of ['Control+Shift+I', 'F12', 'Control+R', 'Control+Shift+R', 'F5', 'Control+U']) {
    await page.keyboard.press(key);
  }
  const state = await app.evaluate(({ BrowserWindow, Menu }) => ({
    tools: BrowserWindow.getAllWindows().some((w) => w.webContents.isDevToolsOpened()),
    windows: BrowserWindow.getAllWindows().length,
    roles: (Menu.getApplicationMenu()?.items ?? [])
      .flatMap((menu) => [menu, ...(menu.submenu?.items ?? [])])
      .map((item) => item.role)
      .filter((role) => /reload|devtools/iu.test(role ?? '')),
  }));
  expect(state).toEqual({ tools: false, windows: 1, roles: [] });
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});
