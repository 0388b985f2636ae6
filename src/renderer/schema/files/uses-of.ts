import type { Migration } from '#core/edit/schema/migration.ts';
import type { Schema } from '#core/model/schema.ts';
import { call } from '../../state/client.ts';
import { touches } from '../state/apply-edit.ts';

/** Whether annotations name something of the schema. */
export type IsUsed = (part: keyof Schema, name: string) => boolean;

/** Asks the host which of these are in use; what cannot be counted counts as used. */
export async function findUsed(present: Schema, file: Schema): Promise<IsUsed> {
  const used = new Set<string>();
  const missing = [
    ...absent('entityTypes', present, file, (type) => ({ kind: 'delete-entity-type', type })),
    ...absent('relationTypes', present, file, (type) => ({ kind: 'delete-relation-type', type })),
    ...absent('documentLabels', present, file, (name) => ({ kind: 'delete-label', name })),
  ];
  await Promise.all(
    missing.map(async ({ key, migration }) => {
      const counted = await call('schema.preview', { migrations: [migration] });
      if (!counted.ok || touches(counted.value)) used.add(key);
    }),
  );
  return (part, name) => used.has(`${part} ${name}`);
}

function absent(
  part: keyof Schema,
  present: Schema,
  file: Schema,
  migration: (name: string) => Migration,
) {
  const names = new Set(file[part].map((item) => item.name));
  return present[part]
    .filter((item) => !names.has(item.name))
    .map(({ name }) => ({ key: `${part} ${name}`, migration: migration(name) }));
}
