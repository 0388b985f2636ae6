import { useSession } from '../../state/session.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import styles from '../Agreement.module.css';
import { ask, useAgreement } from '../agreement-state.ts';

/** Which types of spans and relations count. */
export function TypesChoice() {
  const schema = useSession((state) => state.project?.schema);
  const entityTypes = useAgreement((state) => state.request?.entityTypes ?? null);
  const relationTypes = useAgreement((state) => state.request?.relationTypes ?? null);
  if (!schema) return null;
  return (
    <>
      <TypeList
        title="Entity types"
        names={schema.entityTypes.map(({ name }) => name)}
        chosen={entityTypes}
        onChosen={(chosen) => ask({ entityTypes: chosen })}
      />
      <TypeList
        title="Relation types"
        names={schema.relationTypes.map(({ name }) => name)}
        chosen={relationTypes}
        onChosen={(chosen) => ask({ relationTypes: chosen })}
      />
    </>
  );
}

interface TypeListProps {
  readonly title: string;
  readonly names: readonly string[];
  /** `null`: all. */
  readonly chosen: readonly string[] | null;
  readonly onChosen: (chosen: readonly string[] | null) => void;
}

function TypeList({ title, names, chosen, onChosen }: TypeListProps) {
  if (names.length === 0) return null;
  const ticked = new Set(chosen ?? names);
  const tick = (name: string, isTicked: boolean) => {
    if (isTicked) ticked.add(name);
    else ticked.delete(name);
    const next = names.filter((each) => ticked.has(each));
    onChosen(next.length === names.length ? null : next);
  };
  return (
    <details className={styles.choice}>
      <summary>
        {title}: {chosen === null ? 'all' : `${chosen.length} of ${names.length}`}
      </summary>
      <Checkbox
        checked={ticked.size > 0}
        mixed={ticked.size > 0 && ticked.size < names.length}
        onChecked={(isTicked) => onChosen(isTicked ? null : [])}
      >
        All
      </Checkbox>
      {names.map((name) => (
        <Checkbox
          key={name}
          checked={ticked.has(name)}
          onChecked={(isTicked) => tick(name, isTicked)}
        >
          {name}
        </Checkbox>
      ))}
    </details>
  );
}
