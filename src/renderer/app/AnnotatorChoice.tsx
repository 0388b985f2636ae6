import { showAnnotator } from '../state/open-document.ts';
import { summaryKey, useSession } from '../state/session.ts';
import { Select } from '../ui/Select.tsx';
import styles from './Header.module.css';

/** Whose set of the open document is shown: one's own, or someone else's to read. */
export function AnnotatorChoice() {
  const project = useSession((state) => state.project);
  const document = useSession((state) => state.document);
  const summaries = useSession((state) => state.summaries);
  if (!(project && document)) return null;
  const hasSet = (annotatorId: string) => {
    const summary = summaries.get(summaryKey(document.entry.id, annotatorId));
    return summary !== undefined && summary.spans + summary.relations + summary.labels > 0;
  };
  const others = project.annotators.filter(({ id }) => id !== project.me.id);
  const options = [
    { value: project.me.id, label: `${project.me.name} (me)` },
    ...others.map(({ id, name }) => ({
      value: id,
      label: hasSet(id) ? name : `${name} (nothing here)`,
    })),
  ];
  return (
    <Select
      className={styles.annotator}
      label="Annotations of"
      options={options}
      value={document.annotatorId}
      onValue={(id) => void showAnnotator(id)}
    />
  );
}
