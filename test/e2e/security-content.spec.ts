import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/index.ts';

// The numbers are those of RELIABILITY.md, section 5.

test.use({ mayComplain: true });

const OWN = 'glossator://app/index.html';

test('E04: every response carries the policy', async ({ workbench: { page } }) => {
  const responses = await page.evaluate(async () => {
    const files = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(
      (s) => s.src,
    );
    const styles = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map((l) => l.href);
    const all = [location.href, ...files, ...styles, 'glossator://app/missing'];
    return Promise.all(
      all.map(async (url) => {
        const { headers } = await fetch(url);
        return [headers.get('content-security-policy'), headers.get('x-content-type-options')];
      }),
    );
  });
  expect(responses.length).toBeGreaterThanOrEqual(3);
  for (const [policy, options] of responses) {
    expect(options).toBe('nosniff');
    expect(policy?.replace(/'nonce-[\w+/=]{20,}'/u, "'nonce'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]);
  }
});

test('E04: what the policy forbids does nothing, and is noticed', async ({ workbench }) => {
  const { page } = workbench;
  const result = await page.evaluate(async () => {
    const violations: string[] = [];
    const state = window as unknown as { ran: string[] };
    state.ran = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const attempt = async (act: () => void) => {
      const before = violations.length;
      // Not in the inspector's own call, for which `eval` is allowed.
      await new Promise<void>((done) => {
        setTimeout(() => {
          try {
            act();
          } catch {
            // Refused on the spot.
          }
          setTimeout(done, 150);
        });
      });
      return violations.slice(before);
    };
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    const script = () => {
      const element = document.createElement('script');
      element.append(document.createTextNode('window.ran.push("inline")'));
      document.body.append(element);
    };
    return {
      inline: await attempt(script),
      html: await attempt(() => {
        document.createElement('div').innerHTML = '<img src=x onerror="window.ran.push(1)">';
      }),
      // biome-ignore lint/security/noGlobalEval: that it does not work is the test
      eval: await attempt(() => globalThis.eval('window.ran.push("eval")')),
      function: await attempt(() => new Function('window.ran.push("function")')()),
      link: await attempt(() => add('a', { href: 'javascript:window.ran.push("link")' }).click()),
      image: await attempt(() => add('img', { src: 'https://example.com/x.png' })),
      socket: await attempt(() => new WebSocket('wss://example.com/')),
      fetch: await attempt(() => void fetch('https://example.com/').catch(() => {})),
      style: await attempt(() => add('style', {}).append('body { color: red }')),
      object: await attempt(() => add('object', { data: 'https://example.com/' })),
      base: await attempt(() => add('base', { href: 'https://example.com/' })),
      ran: state.ran,
    };
  });
  const { ran, ...violations } = result;
  expect(ran).toEqual([]);
  for (const [name, directives] of Object.entries(violations)) {
    expect(directives.length, name).toBeGreaterThan(0);
  }
});

test('E05: nothing leads away from our page, and nothing opens another', async ({ workbench }) => {
  const { app, page, folder } = workbench;
  const html = join(folder, 'dropped.html');
  await writeFile(html, '<title>dropped</title>');
  const attempts: readonly ((url: string) => unknown)[] = [
    (url) => void location.assign(url),
    (url) => void location.replace(url),
    (url) => void window.open(url),
    (url) => {
      const link = document.createElement('a');
      Object.assign(link, { href: url, textContent: 'link' });
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
      link.remove();
    },
    (url) => {
      const form = document.createElement('form');
      Object.assign(form, { action: url, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    },
    (url) => {
      const meta = document.createElement('meta');
      Object.assign(meta, { httpEquiv: 'refresh', content: `0;url=${url}` });
      document.head.append(meta);
    },
    (url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    },
  ];
  for (const attempt of attempts) {
    for (const url of ['https://example.com/', `file://${html}`, 'data:text/html,x']) {
      await page.evaluate(attempt, url).catch(() => undefined); // a refused one may throw
      await page.waitForTimeout(60);
      expect(page.url(), `${attempt} ${url}`).toBe(OWN);
    }
  }
  const foreign = page.frames().filter((frame) => /example|dropped|data:/u.test(frame.url()));
  expect(foreign.map((frame) => frame.url())).toEqual([]);

  // An empty page is the one that Chromium shows without asking us; the window comes back from it.
  await page.evaluate(() => location.assign('about:blank'));
  await expect.poll(() => page.url()).toBe(OWN);
  await page.waitForLoadState();

  const cdp = await app.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [html], dragOperationsMask: 1 };
    await cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await page.waitForTimeout(200);
  expect(page.url()).toBe(OWN);
  const windows = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(windows).toEqual([OWN]);
});

test('E06: no address reaches the system’s browser or file manager', async ({ workbench }) => {
  const { app, page } = workbench;
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    const spy = async (address: string) => {
      opened.push(address);
      return '';
    };
    Object.assign(shell, { openExternal: spy, openPath: spy, showItemInFolder: spy });
  });
  await page.evaluate(async () => {
    for (const url of [
      'https://example.com/',
      'mailto:a@example.com',
      'file:///etc/passwd',
      'smb://host/share',
      'javascript:alert(1)',
      'data:text/html,x',
      'vscode://file/x',
      '\\\\host\\share',
      `https://example.com/${'x'.repeat(100_000)}`,
    ]) {
      const link = document.createElement('a');
      Object.assign(link, { href: url, textContent: 'link', target: '_blank' });
      document.body.append(link);
      link.click();
      window.open(url);
      link.remove();
    }
    const { call } = (
      window as unknown as { glossator: { call(m: string, a: unknown): Promise<unknown> } }
    ).glossator;
    await call('app.reveal', { path: '/etc/passwd' });
  });
  await page.waitForTimeout(200);
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toEqual([]);
});

test('E07: no permission is given', async ({ workbench: { page } }) => {
  const answers = await page.evaluate(async () => {
    const outcome = async (ask: () => Promise<unknown> | undefined) => {
      try {
        return String((await ask()) ?? 'not there');
      } catch {
        return 'refused';
      }
    };
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'clipboard-read',
      'midi',
    ];
    const states: Record<string, string> = {};
    for (const name of names) {
      states[name] = await outcome(
        async () => (await navigator.permissions.query({ name: name as PermissionName })).state,
      );
    }
    type Devices = Record<
      string,
      { requestDevice?(o: object): Promise<unknown>; requestPort?(): Promise<unknown> }
    >;
    const devices = navigator as unknown as Devices;
    const asks: Record<string, string> = {
      media: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      place: await outcome(
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
      ),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      usb: await outcome(() => devices.usb?.requestDevice?.({ filters: [] })),
      serial: await outcome(() => devices.serial?.requestPort?.()),
      bluetooth: await outcome(() =>
        devices.bluetooth?.requestDevice?.({ acceptAllDevices: true }),
      ),
    };
    const hid = await outcome(async () => {
      const chosen = await devices.hid?.requestDevice?.({ filters: [] });
      return Array.isArray(chosen) && chosen.length === 0 ? 'nothing' : chosen;
    });
    const notification = await outcome(() => Notification.requestPermission());
    return { states, asks, hid, notification };
  });
  expect(new Set(Object.values(answers.states))).toEqual(new Set(['denied']));
  for (const [name, answer] of Object.entries(answers.asks)) {
    expect(['refused', 'not there'], name).toContain(answer);
  }
  expect(['nothing', 'refused']).toContain(answers.hid);
  expect(answers.notification).toBe('denied');
});

test('E14: a download is refused, whatever it calls itself', async ({ workbench }) => {
  const { app, page } = workbench;
  await app.evaluate(({ session }) => {
    const downloads: boolean[] = [];
    Object.assign(globalThis, { downloads });
    session.defaultSession.on('will-download', (event) => downloads.push(event.defaultPrevented));
  });
  await page.evaluate(() => {
    for (const name of ['x.txt', '../../x.sh', 'CON', '.bashrc']) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = name;
      document.body.append(link);
      link.click();
      link.remove();
    }
  });
  const downloads = () =>
    app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  await expect.poll(async () => (await downloads()).length).toBeGreaterThan(0);
  await page.waitForTimeout(200);
  expect(new Set(await downloads())).toEqual(new Set([true]));
});
