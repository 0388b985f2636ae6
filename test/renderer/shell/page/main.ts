import { fakeHost } from '../fake-host.ts';

// For looking at the window without Electron's main process: `?documents=10000&theme=dark&start`.
const query = new URLSearchParams(location.search);
const text = await (await fetch('/text')).text();
const host = fakeHost({
  text,
  documents: Number(query.get('documents') ?? 12),
  theme: query.get('theme') === 'dark' ? 'dark' : 'light',
  isOpen: !query.has('start'),
  ...(query.has('anonymous') && { me: null }),
});
Object.assign(window, { glossator: host.bridge, host });
await import('../../../../src/renderer/main.tsx');
// For opening dialogs from the console.
Object.assign(window, {
  shell: await import('../../../../src/renderer/state/shell.ts'),
  messages: await import('../../../../src/renderer/state/messages.ts'),
});
