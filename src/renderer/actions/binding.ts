import type { Session } from '../state/session.ts';

/** How one action is done in this window. */
export interface Binding {
  readonly run: () => void;
  /** Whether it can be done now; left out where it always can. */
  readonly enabled?: (session: Session) => boolean;
  /** What it is called now, where that is not its title. */
  readonly label?: (session: Session) => string;
  /** For actions that switch something: whether it is on. */
  readonly checked?: (session: Session) => boolean;
}

/** A project is open. */
export const hasProject = ({ project }: Session) => project !== null;

/** A project is open and may be written. */
export const canChangeProject = ({ project }: Session) =>
  project !== null && project.readOnly === null;

/** A document is open. */
export const hasDocument = (session: Session) => session.document !== null;

/** A document is open, and all its annotations have been read. */
export const hasAll = ({ document, viewing }: Session) =>
  document !== null && (viewing !== null || !document.isPart);

/** The open set is one's own and may be edited now. */
export const canEdit = ({ document, project, viewing }: Session) =>
  document !== null &&
  project !== null &&
  !document.readOnly &&
  project.readOnly === null &&
  viewing === null &&
  document.annotatorId === project.me.id;

/** A span is selected. */
export const hasSpan = ({ selected }: Session) => selected?.kind === 'span';

/** A relation is selected. */
export const hasRelation = ({ selected }: Session) => selected?.kind === 'relation';
