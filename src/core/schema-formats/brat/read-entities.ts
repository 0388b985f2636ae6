import type { EntityType } from '../../model/schema.ts';
import type { Problem } from '../../problem.ts';
import { newEntityType } from '../new-type.ts';
import { paletteColor } from '../palette.ts';
import type { ConfigLine } from './config-line.ts';

/** The name under which brat stores a term in its `.ann` files. */
export function storedName(term: string): string {
  return term.replace(/[^a-zA-Z0-9_-]/gu, '_');
}

/** Text that keeps what a type of ours has no field for. */
export function descriptionOf(line: ConfigLine, more: readonly string[] = []): string {
  const [, ...display] = line.terms;
  return [
    ...(line.isHeading ? ['A heading in brat, not used for tagging there.'] : []),
    ...(display.length > 0 ? [`Also: ${display.join(', ')}.`] : []),
    ...more,
  ].join(' ');
}

/**
 * Makes entity types of the lines of `[entities]` and `[events]`; indentation gives the parent.
 * A name that comes twice is kept once and reported.
 */
export function readEntities(
  lines: readonly ConfigLine[],
  known: ReadonlySet<string>,
  file: string,
): { readonly types: readonly EntityType[]; readonly problems: readonly Problem[] } {
  const types: EntityType[] = [];
  const problems: Problem[] = [];
  const names = new Set(known);
  const open: { depth: number; name: string }[] = [];
  for (const line of lines) {
    const [term] = line.terms;
    const name = storedName(term);
    const place = { file, line: line.line, id: name };
    if (name !== term) {
      const message = `brat stores ‘${term}’ as ‘${name}’, so the type is called that.`;
      problems.push({ code: 'name-changed', message, place });
    }
    while ((open.at(-1)?.depth ?? -1) >= line.depth) open.pop();
    const parent = open.at(-1);
    open.push({ depth: line.depth, name });
    if (line.depth > (parent ? parent.depth + 1 : 0)) {
      const message = `The indentation of ‘${name}’ skips a level; it was put under ‘${parent?.name ?? 'the top'}’.`;
      problems.push({ code: 'indentation', message, place });
    }
    if (names.has(name)) {
      problems.push({
        code: 'duplicate-type',
        message: `‘${name}’ is defined twice; the first definition counts.`,
        place,
      });
      continue;
    }
    if (line.isHeading) {
      const message = `‘${name}’ is only a heading in brat. Here it can be used for tagging, too.`;
      problems.push({ code: 'heading', message, place });
    }
    names.add(name);
    types.push(
      newEntityType(name, paletteColor(known.size + types.length), {
        parent: parent?.name ?? null,
        description: descriptionOf(line),
      }),
    );
  }
  return { types, problems };
}
