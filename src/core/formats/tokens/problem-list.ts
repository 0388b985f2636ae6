import type { Place, Problem } from '../../problem.ts';

/** So many of one kind are told one by one for each file. */
const MOST = 100;

/** Collects what was read in part; of what is found over and over, the rest is told as a number. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #counts = new Map<string, { code: string; count: number; place: Place }>();

  add(code: string, message: string, place: Place): void {
    const key = `${code}\n${place.file ?? ''}`;
    const kind = this.#counts.get(key) ?? { code, count: 0, place: { file: place.file ?? '' } };
    kind.count++;
    this.#counts.set(key, kind);
    if (kind.count <= MOST) this.#problems.push({ code, message, place });
  }

  /** As `problems` of a dataset; absent where there are none. */
  field(): { readonly problems?: readonly Problem[] } {
    const more = [...this.#counts.values()]
      .filter(({ count }) => count > MOST)
      .map(({ code, count, place }) => ({
        code,
        message: `There are ${count - MOST} more of this kind in the file.`,
        place,
      }));
    const problems = [...this.#problems, ...more];
    return problems.length > 0 ? { problems } : {};
  }
}
