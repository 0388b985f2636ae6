import type { Schema } from '#core/model/schema.ts';
import type { TellingDifference } from '#core/review/difference.ts';
import { useSession } from '../../state/session.ts';
import { entityClass, relationClass } from '../../text/type-colors.ts';
import { classNames } from '../../ui/class-names.ts';
import { PersonChip } from '../PersonChip.tsx';
import type { Person } from '../people.ts';
import styles from './Detail.module.css';

interface TakesTableProps {
  readonly difference: TellingDifference;
  readonly people: readonly Person[];
}

/** What each of them made of it, one below the other. */
export function TakesTable({ difference, people }: TakesTableProps) {
  const { about, takes } = difference;
  const schema = useSession((state) => state.project?.schema);
  const hasAttributes = takes.some(({ attributes }) => attributes !== '');
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="What each of them marked">
        <thead>
          <tr>
            <th scope="col">Annotator</th>
            <th scope="col">{about === 'label' ? 'Value' : 'Type'}</th>
            {about === 'label' ? null : (
              <th scope="col">{about === 'span' ? 'Words' : 'From → to'}</th>
            )}
            {hasAttributes ? <th scope="col">Attributes</th> : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const take = takes.find(({ annotator }) => annotator === person.id);
            return (
              <tr key={person.id}>
                <th scope="row">
                  <PersonChip person={person} /> {person.name}
                </th>
                {take ? (
                  <td>
                    {about === 'label' ? null : (
                      <i className={classNames(styles.dot, colorOf(schema, about, take.type))} />
                    )}
                    {take.type}
                  </td>
                ) : (
                  <td className={styles.nothing}>nothing</td>
                )}
                {about === 'label' ? null : <td dir="auto">{take?.words}</td>}
                {hasAttributes ? <td>{take?.attributes}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Class with the colours of a type. */
export function colorOf(
  schema: Schema | undefined,
  about: 'span' | 'relation',
  type: string,
): string {
  const types = about === 'span' ? schema?.entityTypes : schema?.relationTypes;
  const number = types?.findIndex(({ name }) => name === type) ?? -1;
  return about === 'span' ? entityClass(number) : relationClass(number);
}
