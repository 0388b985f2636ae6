import type { ProjectView, SetSummary } from '#api/calls/project.ts';
import { STATUSES } from '#core/model/document-status.ts';
import { STATUS_NAMES } from '../documents/status-names.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './ExportDialog.module.css';
import { PickList } from './PickList.tsx';
import { type Choice, countByStatus } from './selection.ts';

interface DocumentsChoiceProps {
  readonly project: ProjectView;
  readonly summaries: ReadonlyMap<string, SetSummary>;
  readonly choice: Choice;
  readonly onChoice: (patch: Partial<Choice>) => void;
}

const WHICH = [
  { value: 'all', label: 'All' },
  { value: 'status', label: 'By status' },
  { value: 'chosen', label: 'Chosen' },
] as const;

/** Which documents: all, those of some statuses, or some by name. */
export function DocumentsChoice({ project, summaries, choice, onChoice }: DocumentsChoiceProps) {
  const counts = countByStatus(project, summaries);
  const toggle = (status: (typeof STATUSES)[number], isChosen: boolean) => {
    const statuses = new Set(choice.statuses);
    if (isChosen) statuses.add(status);
    else statuses.delete(status);
    onChoice({ statuses });
  };
  return (
    <section className={styles.pick} aria-label="Documents">
      <h3 className={styles.pickTitle}>Documents</h3>
      <Toggle
        label="Which documents"
        choices={WHICH}
        value={choice.documents}
        onValue={(documents) => onChoice({ documents })}
      />
      {choice.documents === 'status' ? (
        <div className={styles.pickItems}>
          {STATUSES.map((status) => (
            <Checkbox
              key={status}
              checked={choice.statuses.has(status)}
              onChecked={(isChosen) => toggle(status, isChosen)}
            >
              {STATUS_NAMES[status]} ({counts.get(status) ?? 0})
            </Checkbox>
          ))}
        </div>
      ) : null}
      {choice.documents === 'chosen' ? (
        <PickList
          title="Documents by name"
          noun="documents"
          items={project.documents.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={choice.chosen}
          onChosen={(chosen) =>
            onChoice({ chosen: chosen ?? new Set(project.documents.map((d) => d.id)) })
          }
        />
      ) : null}
    </section>
  );
}
