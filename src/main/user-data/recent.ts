import { z } from 'zod';
import type { RecentProject } from '#api/calls/app.ts';

const MOST = 12;

const list = z.array(
  z.strictObject({ path: z.string().min(1), name: z.string(), openedAt: z.string() }),
);

/** Projects opened lately, from a file; the latest first. */
export function decodeRecent(
  raw: unknown,
): { readonly projects: readonly RecentProject[] } | undefined {
  const decoded = z.strictObject({ projects: list }).safeParse(raw);
  return decoded.success ? decoded.data : undefined;
}

/** The list with a project at its head. */
export function withRecent(
  projects: readonly RecentProject[],
  project: RecentProject,
): readonly RecentProject[] {
  return [project, ...withoutRecent(projects, project.path)].slice(0, MOST);
}

/** The list without the project of that path. */
export function withoutRecent(
  projects: readonly RecentProject[],
  path: string,
): readonly RecentProject[] {
  return projects.filter((project) => project.path !== path);
}
