import { app } from 'electron';
import { closeDoorsEarly } from './close-doors.ts';
import { readEnvironment } from './environment.ts';
import { declareScheme } from './page/serve-page.ts';
import { becomeFirstInstance } from './start/first-instance.ts';
import { pathsFromArguments } from './start/paths-from-arguments.ts';
import { run } from './start/run.ts';

const environment = readEnvironment();
const appFolder = environment.isPackaged ? null : environment.appFolder;
const paths = pathsFromArguments({ argv: process.argv, cwd: process.cwd(), appFolder });

const instance = becomeFirstInstance(paths);
if (instance) {
  closeDoorsEarly();
  declareScheme();
  void app.whenReady().then(() => run(environment, instance));
} else {
  // Another start of the program has this user's data, and has been given the paths.
  app.exit(0);
}
