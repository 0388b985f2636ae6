import type { EntityType, RelationType } from '#core/model/schema.ts';
import styles from './Guideline.module.css';

type Type = Pick<EntityType | RelationType, 'name' | 'description' | 'examples' | 'key'>;

/** What the schema says about when to use a type, for a tooltip; how it is reached where nothing. */
export function Guideline({ type, arms }: { readonly type: Type; readonly arms: boolean }) {
  return (
    <span className={styles.guideline}>
      <strong>{type.name}</strong>
      {type.description === '' ? null : <span>{type.description}</span>}
      {type.examples.length === 0 ? null : (
        <span className={styles.examples}>Such as {type.examples.join('; ')}</span>
      )}
      {arms && type.key !== null ? (
        <span className={styles.hint}>Shift+{type.key.toUpperCase()} arms it</span>
      ) : null}
    </span>
  );
}
