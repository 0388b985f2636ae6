import type { FormatOption, FormatOptions } from '../../formats/format.ts';
import { type ColumnLook, type ColumnRole, couldBeLabel, suggestRoles } from './column-roles.ts';

const CHOICES: readonly { readonly value: ColumnRole; readonly name: string }[] = [
  { value: 'text', name: 'Text' },
  { value: 'name', name: 'Name of the document' },
  { value: 'metadata', name: 'Metadata' },
  { value: 'label', name: 'Document label' },
  { value: 'left-out', name: 'Leave out' },
];

/** Id of the option for a column: `column.title`. */
export function columnOptionId(column: string): string {
  return `column.${column}`;
}

/** One option for each column: what becomes of it, with a suggestion. */
export function columnOptions(looks: readonly ColumnLook[]): readonly FormatOption[] {
  const suggested = suggestRoles(looks);
  return looks.map((look, i) => ({
    id: columnOptionId(look.name),
    name: `Column ‘${look.name}’`,
    description: descriptionOf(look),
    choices: CHOICES,
    default: suggested[i] ?? 'metadata',
  }));
}

/** What was chosen for each column, or else is suggested. */
export function chosenRoles(
  looks: readonly ColumnLook[],
  options: FormatOptions,
): readonly ColumnRole[] {
  return suggestRoles(looks).map((suggested, i) => {
    const id = columnOptionId(looks[i]?.name ?? '');
    const chosen = Object.hasOwn(options, id) ? options[id] : undefined;
    return CHOICES.find(({ value }) => value === chosen)?.value ?? suggested;
  });
}

function descriptionOf(look: ColumnLook): string {
  if (look.filled === 0) return 'It is empty.';
  const examples = look.examples.map((example) => `‘${example}’`).join(', ');
  const values = look.distinct === 1 ? 'one value' : `${look.distinct} different values`;
  const hint = couldBeLabel(look) ? ` With ${values}, it could be a document label.` : '';
  return `For example ${examples}.${hint}`;
}
