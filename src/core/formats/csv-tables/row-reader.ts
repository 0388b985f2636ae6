import type { AttributeKind, Schema } from '../../model/schema.ts';
import { attributesOf } from '../../schema/inherit.ts';
import type { Row, Table } from './parse-table.ts';
import { readValue, withoutGuard } from './read-cell.ts';
import type { TableReading } from './read-options.ts';
import { kindOf, type Role, type Roles, rolesOf, type TableKind } from './roles.ts';

/** Columns that say again what other columns say. */
const REPEATED = /^(?:from|to)_(?:type|quote)$/u;

/** A table of which it is known what its columns are. */
export interface KnownTable extends Table {
  readonly kind: TableKind;
  readonly roles: Roles;
}

/** Finds out what a table holds; `undefined` where its columns do not tell. */
export function knownTable(table: Table, reading: TableReading): KnownTable | undefined {
  const roles = rolesOf(table.columns, reading.chosen);
  const kind = kindOf(roles);
  return kind && { ...table, kind, roles };
}

/** Reads cells of rows by what their columns are. */
export class RowReader {
  readonly #roles: Roles;
  readonly #isGuarded: boolean;
  /** Columns that are attributes. */
  readonly #attributes: readonly { readonly column: number; readonly name: string }[];
  readonly #kinds = new Map<string, AttributeKind>();

  constructor({ roles, columns, kind }: KnownTable, { isGuarded }: TableReading, schema: Schema) {
    this.#roles = roles;
    this.#isGuarded = isGuarded;
    const used = new Set(Object.values(roles));
    this.#attributes = columns.flatMap((column, i) => {
      if (used.has(i) || column === '' || (kind === 'relations' && REPEATED.test(column)))
        return [];
      return [{ column: i, name: column.replace(/^attribute\./u, '') }];
    });
    const types = kind === 'relations' ? schema.relationTypes : schema.entityTypes;
    for (const { name } of types) {
      for (const attribute of attributesOf(types, name)) {
        this.#kinds.set(`${name}\n${attribute.name}`, attribute.kind);
      }
    }
    for (const { name, kind: labelKind } of schema.documentLabels) {
      this.#kinds.set(`\n${name}`, labelKind);
    }
  }

  /** The cell of that role; empty where the table has no such column. */
  cell(row: Row, role: Role): string {
    const column = this.#roles[role];
    return column === undefined ? '' : withoutGuard(row.cells[column] ?? '', this.#isGuarded);
  }

  /** Attributes of a row of that type. */
  attributes(row: Row, type: string): Readonly<Record<string, ReturnType<typeof readValue> & {}>> {
    const entries = this.#attributes.flatMap(({ column, name }) => {
      const kind = this.#kinds.get(`${type}\n${name}`);
      const value = readValue(row.cells[column] ?? '', kind, this.#isGuarded);
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(entries);
  }

  /** The value of a document label. */
  labelValue(row: Row, name: string) {
    const column = this.#roles.value;
    const cell = column === undefined ? '' : (row.cells[column] ?? '');
    return readValue(cell, this.#kinds.get(`\n${name}`), this.#isGuarded);
  }
}
