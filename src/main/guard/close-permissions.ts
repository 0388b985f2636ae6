import type { Session } from 'electron';

/** Electron grants permissions to pages by default. Ours needs none: camera, place, devices, clipboard. */
export function closePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('select-hid-device', refuse);
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-usb-device', refuse);
}

function refuse(event: Electron.Event, _details: unknown, answer: () => void): void {
  event.preventDefault();
  answer();
}

/** Refuses every download: files leave through an export, to a place that the person chose. */
export function closeDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
