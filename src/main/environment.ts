import { hostname } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

declare const __GLOSSATOR_VERSION__: string;

/** Where things are, and what may be different when the app runs from source. */
export interface Environment {
  readonly isPackaged: boolean;
  readonly version: string;
  /** Folder of the app itself. */
  readonly appFolder: string;
  /** The built page. */
  readonly pageFolder: string;
  readonly sampleFolder: string;
  readonly iconFile: string;
  readonly userDataFolder: string;
  readonly documentsFolder: string;
  readonly machineName: string;
}

/**
 * Reads the environment once, at the start. `GLOSSATOR_USER_DATA` and `GLOSSATOR_DOCUMENTS` move the
 * person's folders elsewhere, for tests; a packaged app ignores them.
 */
export function readEnvironment(): Environment {
  const { isPackaged } = app;
  const appFolder = app.getAppPath();
  const resources = isPackaged ? process.resourcesPath : join(appFolder, 'resources');
  const override = (name: string) => (isPackaged ? undefined : process.env[name] || undefined);

  const userDataFolder = override('GLOSSATOR_USER_DATA');
  if (userDataFolder) app.setPath('userData', userDataFolder);
  return {
    isPackaged,
    version: __GLOSSATOR_VERSION__,
    appFolder,
    pageFolder: join(appFolder, 'out', 'renderer'),
    sampleFolder: join(resources, 'sample'),
    iconFile: join(resources, 'icons', '256x256.png'),
    userDataFolder: app.getPath('userData'),
    documentsFolder: override('GLOSSATOR_DOCUMENTS') ?? app.getPath('documents'),
    machineName: hostname(),
  };
}
