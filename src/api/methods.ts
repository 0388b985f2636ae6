import type { Method } from './contract.ts';
import type { Events } from './events.ts';

// Written out, because types are gone when the preload script checks a name; the compiler checks
// that nothing is missing and nothing is made up.
const METHODS: Readonly<Record<Method, true>> = {
  'agreement.gamma': true,
  'agreement.gammaTime': true,
  'agreement.places': true,
  'agreement.run': true,
  'agreement.write': true,
  'annotations.at': true,
  'annotations.commit': true,
  'annotations.history': true,
  'annotations.read': true,
  'annotations.redo': true,
  'annotations.restore': true,
  'annotations.undo': true,
  'app.choose': true,
  'app.closeWindow': true,
  'app.copy': true,
  'app.drop': true,
  'app.forgetRecent': true,
  'app.identify': true,
  'app.info': true,
  'app.menu': true,
  'app.newWindow': true,
  'app.print': true,
  'app.reveal': true,
  'app.saveSettings': true,
  'app.setTitle': true,
  'app.stopPrint': true,
  'documents.details': true,
  'documents.remove': true,
  'documents.rename': true,
  'documents.restore': true,
  'documents.search': true,
  'documents.status': true,
  'documents.text': true,
  'export.figure': true,
  'export.formats': true,
  'export.places': true,
  'export.preview': true,
  'export.write': true,
  'import.apply': true,
  'import.close': true,
  'import.look': true,
  'import.preview': true,
  'import.readers': true,
  'import.text': true,
  'job.cancel': true,
  'merge.apply': true,
  'merge.copies': true,
  'merge.plan': true,
  'packet.look': true,
  'packet.plan': true,
  'packet.unpack': true,
  'packet.write': true,
  'project.close': true,
  'project.create': true,
  'project.discard': true,
  'project.history': true,
  'project.open': true,
  'project.redo': true,
  'project.rename': true,
  'project.sample': true,
  'project.summaries': true,
  'project.undo': true,
  'project.view': true,
  'review.differences': true,
  'review.excerpt': true,
  'schema.edit': true,
  'schema.preview': true,
  'schema.readFile': true,
  'schema.writeFile': true,
};

const EVENTS: Readonly<Record<keyof Events, true>> = {
  'annotations.changed': true,
  'files.opened': true,
  'job.progress': true,
  'menu.action': true,
  notice: true,
  'project.changed': true,
  'project.lost': true,
  'project.summaries': true,
};

/** Whether a value from outside names a call of the contract. */
export function isMethod(name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(METHODS, name);
}

/** Whether a value from outside names an event of the contract. */
export function isEvent(name: unknown): name is keyof Events {
  return typeof name === 'string' && Object.hasOwn(EVENTS, name);
}

/** Names of all calls, for tests and lists. */
export const methods = Object.keys(METHODS).filter(isMethod);
