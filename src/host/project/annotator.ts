import { isSame } from '#core/edit/same.ts';
import { StoreError } from '../store/store-error.ts';
import type { Project } from './project.ts';

/**
 * Lists whoever works here among the project's annotators, once they have made something. What they
 * made is safe without that, so a disk that refuses is no failure. Inside the queue only.
 */
export async function listMe(project: Project): Promise<void> {
  const { manifest, me } = project.parts;
  const { annotators } = manifest.data;
  if (annotators.some((one) => isSame(one, me))) return;
  const before = manifest.data;
  const others = annotators.filter(({ id }) => id !== me.id);
  manifest.data = { ...before, annotators: [...others, { id: me.id, name: me.name }] };
  try {
    await manifest.write();
  } catch (error) {
    manifest.data = before;
    if (!(error instanceof StoreError)) throw error;
  }
}
