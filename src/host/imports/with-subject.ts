import type { Problem } from '#core/problem.ts';

/**
 * A problem of a format as people read it, far from the file: with its file, and with the record where the
 * sentence says no more than ‘It’.
 */
export function withSubject(problem: Problem, file: string): Problem {
  const place = { file, ...problem.place };
  const { id = '' } = place;
  const { message } = problem;
  if (id === '' || !/^It\b/u.test(message) || message.includes(id)) return { ...problem, place };
  return { ...problem, place, message: `Annotation ${id.slice(0, 100)}: i${message.slice(1)}` };
}
