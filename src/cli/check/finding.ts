import type { Problem } from '#core/problem.ts';

/** Something that is wrong in a project. Warnings are for people to judge; errors spoil data. */
export interface Finding extends Problem {
  readonly severity: 'error' | 'warning';
}

/** A problem that spoils data. */
export function errorOf(problem: Problem): Finding {
  return { ...problem, severity: 'error' };
}
