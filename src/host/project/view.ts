import type { HistoryLine, ProjectView } from '#api/calls/project.ts';
import type { EntryHead } from '../store/log-line.ts';
import type { Project } from './project.ts';

/** The project as the window sees it. */
export function viewOf(project: Project): ProjectView {
  const { manifest, parts } = project;
  return {
    path: parts.folder,
    name: manifest.name,
    schema: project.schema,
    documents: manifest.documents,
    trash: manifest.trash,
    annotators: project.annotators,
    me: parts.me,
    readOnly: project.readOnly,
    recovered: project.recovered,
    problems: project.problems,
    undo: project.undoState,
  };
}

/** Entries of a log as people read them. */
export function historyOf(project: Project, heads: Iterable<EntryHead>): HistoryLine[] {
  return [...heads].map(({ seq, at, by, label, code, undoes, redoes }) => ({
    seq,
    at,
    by: project.nameOf(by),
    label,
    code,
    ...(undoes === undefined ? {} : { undoes }),
    ...(redoes === undefined ? {} : { redoes }),
  }));
}
