/** What a column of a file holds. */
export type ColumnRole =
  | 'feature'
  | 'placeholder'
  | 'slot role'
  | 'slot target'
  | 'source'
  | 'chain type'
  | 'chain link';

export interface Column {
  /** Place among the columns behind id, offsets and form. */
  readonly index: number;
  readonly role: ColumnRole;
  /** Name of the feature; empty where there is none. */
  readonly feature: string;
  /** The type of the links of a slot; empty elsewhere. */
  readonly linkType: string;
  /** The layer that slots or relations lead to. */
  readonly target: string;
}

/** One line of the header. */
export interface Layer {
  readonly kind: 'span' | 'relation' | 'chain';
  readonly name: string;
  readonly columns: readonly Column[];
}

const KINDS: Readonly<Record<string, Layer['kind']>> = {
  T_SP: 'span',
  T_RL: 'relation',
  T_CH: 'chain',
};

/**
 * Reads a line of the header, such as `#T_SP=type|feature|feature`.
 * @param from how many columns the lines before it have.
 * @returns `undefined` where it is no such line.
 */
export function readLayer(line: string, from: number): Layer | undefined {
  const [, key = '', rest = ''] = /^#(T_SP|T_RL|T_CH)=(.*)$/u.exec(line) ?? [];
  const kind = KINDS[key];
  const [name = '', ...declared] = rest.split('|').filter((part) => part !== '');
  if (kind === undefined || name === '') return undefined;
  const columns: Column[] = [];
  for (const declaration of declared) {
    const previous = columns.at(-1);
    const column = readColumn(kind, name, declaration, previous);
    columns.push({ ...column, index: from + columns.length });
  }
  if (columns.length === 0) {
    columns.push({ index: from, role: 'placeholder', ...NOTHING });
  }
  return { kind, name, columns };
}

const NOTHING = { feature: '', linkType: '', target: '' };

function readColumn(
  kind: Layer['kind'],
  layer: string,
  declaration: string,
  previous: Column | undefined,
): Omit<Column, 'index'> {
  if (kind === 'relation' && declaration.startsWith('BT_')) {
    return { role: 'source', ...NOTHING, target: declaration.slice('BT_'.length) };
  }
  if (kind === 'span' && declaration.startsWith('ROLE_')) {
    return { role: 'slot role', ...NOTHING, ...slotFeature(declaration, layer) };
  }
  if (kind === 'span' && previous?.role === 'slot role') {
    return { ...previous, role: 'slot target', target: declaration };
  }
  if (kind === 'chain' && declaration === 'referenceType') {
    return { role: 'chain type', ...NOTHING, feature: declaration };
  }
  if (kind === 'chain' && declaration === 'referenceRelation') {
    return { role: 'chain link', ...NOTHING, feature: declaration };
  }
  return { role: 'feature', ...NOTHING, feature: declaration };
}

/** The feature of `ROLE_layer:feature_linkType`; it may have `_` in its name as the type may have. */
function slotFeature(declaration: string, layer: string) {
  const start = `ROLE_${layer}:`;
  const rest = declaration.startsWith(start)
    ? declaration.slice(start.length)
    : declaration.slice(declaration.indexOf(':') + 1);
  const dot = rest.indexOf('.');
  const end = dot < 0 ? rest.indexOf('_') : rest.lastIndexOf('_', dot);
  if (end < 0) return { feature: rest, linkType: '' };
  return { feature: rest.slice(0, end), linkType: rest.slice(end + 1) };
}
