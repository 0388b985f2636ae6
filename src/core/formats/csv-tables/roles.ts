import type { TableReading } from './read-options.ts';

/** What a column of a table can be. */
const NAMES = {
  document:
    'document doc_id docid doc document_id doc_name docname file filename file_name file_id text_id textid pmid',
  documentName: 'document_name',
  text: 'document_text doc_text full_text content sentence body text_body comment_text tweet text',
  annotator: 'annotator annotator_id user coder worker worker_id username',
  annotatorName: 'annotator_name',
  id: 'id span_id ann_id entity_id mention_id relation_id annotation_id',
  type: 'type label tag entity_type entity_label relation relation_type category class code ner',
  start:
    'start begin start_char char_start start_offset offset_start start_index start_idx from_offset',
  end: 'end stop end_char char_end end_offset offset_end end_index end_idx to_offset',
  ranges: 'ranges',
  list: 'spans positions char_positions character_positions offsets',
  quote: 'quote span_text covered_text surface surface_form mention span entity word words',
  note: 'note notes comment memo',
  unit: 'unit offset_unit offset_type',
  from: 'from source from_id source_id head head_id arg1 subject subject_id span1 entity1',
  to: 'to target to_id target_id tail tail_id child arg2 object object_id span2 entity2',
  value: 'value',
  characters: 'characters',
  status: 'status',
  statusAt: 'status_at',
} as const;

export type Role = keyof typeof NAMES;

/** Number of the column, from 0, of each role that the table has. */
export type Roles = Readonly<Partial<Record<Role, number>>>;

/** What the rows of a table are. */
export type TableKind = 'spans' | 'lists' | 'relations' | 'labels' | 'documents';

const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split(' ').map((name) => [name, role as Role] as const),
  ),
);

/** `Start Char`, `startChar` and `start_char` are one name. */
function plain(name: string): string {
  return name
    .trim()
    .replace(/(?<=[a-z])(?=[A-Z])/gu, '_')
    .toLowerCase()
    .replace(/[\s.-]+/gu, '_');
}

/** Finds what the columns are: as chosen, else by their names; of two of one role, the more usual name counts. */
export function rolesOf(columns: readonly string[], chosen: TableReading['chosen'] = {}): Roles {
  const taken = new Set(Object.values(chosen));
  const roles: Partial<Record<Role, number>> = { ...chosen };
  const ranks = new Map<Role, number>();
  for (const [i, column] of columns.entries()) {
    const name = plain(column);
    const role = ROLE_OF.get(name);
    if (!role || taken.has(i) || role in chosen) continue;
    const rank = NAMES[role].split(' ').indexOf(name);
    if (rank >= (ranks.get(role) ?? Number.POSITIVE_INFINITY)) continue;
    ranks.set(role, rank);
    roles[role] = i;
  }
  // Beside a column with the text of the document, `text` is that of the span.
  const other = columns.findIndex((column, i) => plain(column) === 'text' && roles.text !== i);
  if (roles.quote === undefined && other >= 0 && roles.start !== undefined && !taken.has(other)) {
    roles.quote = other;
  }
  return roles;
}

/** What the table holds; `undefined` where its columns do not tell. */
export function kindOf(roles: Roles): TableKind | undefined {
  const has = (...names: readonly Role[]) => names.every((name) => roles[name] !== undefined);
  if (has('from', 'to')) return 'relations';
  if (has('start', 'end') || has('ranges')) return 'spans';
  if (has('text') && has('list')) return 'lists';
  if (has('document', 'type', 'value')) return 'labels';
  if (has('document') && (has('characters') || has('text') || has('status'))) return 'documents';
  return undefined;
}
