import type { Problem } from '#core/problem.ts';
import type { SetStore } from '../store/set-store.ts';
import type { Project } from './project.ts';
import { typeProblems } from './type-problems.ts';

/** What is wrong with a set: with its files, its words, and how it goes with the project's schema. */
export function problemsOf({ schema }: Project, { problems, index }: SetStore): readonly Problem[] {
  return [...problems, ...typeProblems(index, schema)];
}
