import { useEffect, useState } from 'react';
import type { MigrationPreview } from '#api/calls/schema.ts';
import type { Migration } from '#core/edit/schema/migration.ts';
import { call } from '../../state/client.ts';
import { useSession } from '../../state/session.ts';
import { countWords } from '../state/count-words.ts';
import styles from './details.module.css';

interface UsesProps {
  /** What would take all uses away: it counts them. */
  readonly migration: Migration;
  readonly what: string;
}

/** Milliseconds to wait before counting, so that walking through the tree counts nothing. */
const PAUSE = 250;

/** How often something of the schema is used in the project. */
export function Uses({ migration, what }: UsesProps) {
  const [counted, setCounted] = useState<MigrationPreview | null>(null);
  const project = useSession((state) => state.project);
  const key = JSON.stringify(migration);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the migration; counts are old when the project changed.
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await call('schema.preview', { migrations: [migration] });
      if (isCurrent && answer.ok) setCounted(answer.value);
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, project]);
  if (!counted) return <p className={styles.soft}>Counting its uses…</p>;
  const words = countWords(counted);
  return (
    <p className={styles.soft}>
      {words === '' ? `‘${what}’ is not in use yet.` : `In use: ${words}.`}
    </p>
  );
}
