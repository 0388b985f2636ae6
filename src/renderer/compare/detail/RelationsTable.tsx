import type { ExcerptItem } from '#core/review/reviewed-document.ts';
import { useSession } from '../../state/session.ts';
import { classNames } from '../../ui/class-names.ts';
import { PersonChip } from '../PersonChip.tsx';
import type { Person } from '../people.ts';
import styles from './Detail.module.css';
import { colorOf } from './TakesTable.tsx';

interface RelationsTableProps {
  readonly relations: readonly ExcerptItem[];
  readonly people: readonly Person[];
}

/** The relations of the spans that are looked at, and whose they are. */
export function RelationsTable({ relations, people }: RelationsTableProps) {
  const schema = useSession((state) => state.project?.schema);
  if (relations.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Relations">
        <thead>
          <tr>
            <th scope="col">Relation</th>
            <th scope="col">From → to</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {relations.flatMap(({ takes, kinds }) =>
            versions(takes).map(({ type, words, annotators }) => (
              <tr
                key={`${type} ${words} ${annotators.join(' ')}`}
                className={kinds.length === 0 ? styles.quiet : undefined}
              >
                <td>
                  <i className={classNames(styles.dot, colorOf(schema, 'relation', type))} />
                  {type}
                </td>
                <td dir="auto">{words}</td>
                <td>
                  <span className={styles.chips}>
                    {people
                      .filter(({ id }) => annotators.includes(id))
                      .map((person) => (
                        <span key={person.id}>
                          <PersonChip person={person} />
                          <span className="visually-hidden">{person.name}</span>
                        </span>
                      ))}
                    {kinds.length === 0 ? 'all agree' : ''}
                  </span>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface Version {
  readonly type: string;
  readonly words: string;
  readonly annotators: string[];
}

function versions(takes: ExcerptItem['takes']): readonly Version[] {
  const found: Version[] = [];
  for (const { type, words, annotator } of takes) {
    const same = found.find((each) => each.type === type && each.words === words);
    if (same) same.annotators.push(annotator);
    else found.push({ type, words, annotators: [annotator] });
  }
  return found;
}
