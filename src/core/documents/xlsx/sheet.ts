import { localName } from '../../formats/xml/namespaces.ts';
import type { XmlHandlers } from '../../formats/xml/read-events.ts';
import type { XmlStart } from '../../formats/xml/xml-element.ts';
import type { Cell } from '../table/table.ts';
import { type CellStyles, numberText, serialDate, unescapeXstring } from './cell-value.ts';

/** Columns that a sheet may have (XFD). */
const MAX_COLUMNS = 16_384;
/** Cells, empty ones between others included, that are kept; more are not read. */
const MAX_CELLS = 10_000_000;

/**
 * Reads a sheet: its rows with their numbers, cells as they are shown, but dates as ISO 8601 and numbers
 * without their format. Formulas count as their last value.
 */
export class SheetReader implements XmlHandlers {
  readonly rows: (readonly Cell[])[] = [];
  readonly numbers: number[] = [];
  /** Whether there are more rows, or cells, than were asked for. */
  isCut = false;
  readonly #strings: readonly string[];
  readonly #styles: CellStyles;
  readonly #mostRows: number;
  #cells = 0;
  #row: Cell[] = [];
  #number = 0;
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #isInValue = false;
  #isInReading = false;

  constructor(strings: readonly string[], styles: CellStyles, mostRows: number) {
    this.#strings = strings;
    this.#styles = styles;
    this.#mostRows = mostRows;
  }

  open({ name, attributes }: XmlStart): void {
    switch (localName(name)) {
      case 'row':
        this.#row = [];
        this.#column = -1;
        this.#number = Number(attributes['r']) || this.#number + 1;
        return;
      case 'c':
        this.#column = columnOf(attributes['r']) ?? this.#column + 1;
        this.#type = attributes['t'] ?? 'n';
        this.#style = Number(attributes['s'] ?? 0);
        this.#value = '';
        return;
      case 'v':
        this.#isInValue = true;
        return;
      case 't':
        this.#isInValue = !this.#isInReading;
        return;
      case 'rPh':
        this.#isInReading = true;
    }
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
  }

  close(name: string): void {
    switch (localName(name)) {
      case 'v':
      case 't':
        this.#isInValue = false;
        return;
      case 'rPh':
        this.#isInReading = false;
        return;
      case 'c':
        this.#endCell();
        return;
      case 'row':
        this.#endRow();
    }
  }

  #endCell(): void {
    const value = this.#shown();
    if (value === null || this.#column >= MAX_COLUMNS || this.isCut) return;
    this.#cells += Math.max(0, this.#column + 1 - this.#row.length);
    if (this.#cells > MAX_CELLS) this.isCut = true;
    else {
      while (this.#row.length < this.#column) this.#row.push(null);
      this.#row[this.#column] = value;
    }
  }

  #endRow(): void {
    if (this.#row.length === 0) return;
    if (this.rows.length >= this.#mostRows) this.isCut = true;
    else {
      this.rows.push(this.#row);
      this.numbers.push(this.#number);
    }
    this.#row = [];
  }

  #shown(): Cell {
    const value = this.#value;
    if (this.#type === 's') return this.#strings[Number(value)] ?? null;
    if (this.#type === 'inlineStr' || this.#type === 'str') return unescapeXstring(value);
    if (value === '') return null;
    if (this.#type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.#type !== 'n') return value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    const isDate = this.#styles.kinds[this.#style] === 'date';
    return (isDate ? serialDate(number, this.#styles.is1904) : undefined) ?? numberText(number);
  }
}

/** Number, from 0, of the column in a reference such as `AB12`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/u.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
