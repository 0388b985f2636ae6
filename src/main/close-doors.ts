import { app, session } from 'electron';
import type { Environment } from './environment.ts';
import { closeNavigation } from './guard/close-navigation.ts';
import { closeNetwork } from './guard/close-network.ts';
import { closeDownloads, closePermissions } from './guard/close-permissions.ts';

/** Chromium features that would talk to somebody; each is switched off by its own name. */
const SWITCHES = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
] as const;

/** Before the app is ready: sandbox for every process, and nothing that speaks by itself. */
export function closeDoorsEarly(): void {
  // Chromium has no sandbox for root. Whoever starts us with --no-sandbox gets what they asked for;
  // `enableSandbox` would take that switch away again, and no page could start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const name of SWITCHES) app.commandLine.appendSwitch(name);
  // Whatever else would speak: no name of a computer leads anywhere.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => closeNavigation(contents));
}

/** Once the app is ready: no network, no permissions, no downloads. */
export function closeDoors({ isPackaged }: Environment): void {
  const { defaultSession } = session;
  const isTool = (address: string) =>
    !isPackaged && /^(?:devtools|chrome-devtools):/u.test(address);
  closeNetwork(defaultSession, isTool, (address) =>
    console.warn(`A request to the network was stopped: ${address.slice(0, 200)}`),
  );
  closePermissions(defaultSession);
  closeDownloads(defaultSession);
}
