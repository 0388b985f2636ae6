import { useSession } from '../../state/session.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../Compare.module.css';
import { compareWith, useCompare } from '../compare-state.ts';
import { PersonChip } from '../PersonChip.tsx';
import { useDistinctNames, usePeople } from '../people.ts';

const NOBODY: readonly never[] = [];

/** Whose sets are compared, and which of them the others are held against. */
export function SetsChoice() {
  const chosen = useCompare((state) => state.annotators);
  const annotators = useSession((state) => state.project?.annotators ?? NOBODY);
  const nameOf = useDistinctNames();
  const people = usePeople();
  const tick = (id: string, isTicked: boolean) =>
    compareWith(isTicked ? [...chosen, id] : chosen.filter((each) => each !== id));
  const [reference = ''] = chosen;
  return (
    <details className={styles.choice} {...(chosen.length < 2 && { open: true })}>
      <summary>
        <ul className={styles.people} aria-label="Compared">
          {people.map((person) => (
            <li key={person.id}>
              <PersonChip person={person} /> {person.name}
            </li>
          ))}
          {people.length === 0 ? <li>Choose annotators</li> : null}
        </ul>
      </summary>
      <fieldset className={styles.field}>
        <legend>Annotators</legend>
        {annotators.map(({ id }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChecked={(isTicked) => tick(id, isTicked)}
          >
            {nameOf(id)}
          </Checkbox>
        ))}
      </fieldset>
      {chosen.length > 1 ? (
        <div className={styles.field}>
          <span>Reference: what others lack is missing, what they have more is extra</span>
          <Select
            label="Reference"
            options={chosen.map((id) => ({ value: id, label: nameOf(id) }))}
            value={reference}
            onValue={(id) => compareWith([id, ...chosen.filter((each) => each !== id)])}
          />
        </div>
      ) : null}
    </details>
  );
}
