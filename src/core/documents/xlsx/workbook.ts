import { localName } from '../../formats/xml/namespaces.ts';
import type { XmlHandlers } from '../../formats/xml/read-events.ts';
import type { XmlStart } from '../../formats/xml/xml-element.ts';
import { type CellStyles, isDateFormat, unescapeXstring } from './cell-value.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Id of the relationship that leads to its part. */
  readonly relationship: string;
  readonly isHidden: boolean;
}

/** Reads `workbook.xml`: the sheets, and from when days count. */
export class WorkbookReader implements XmlHandlers {
  readonly sheets: SheetEntry[] = [];
  is1904 = false;

  open({ name, attributes }: XmlStart): void {
    const local = localName(name);
    if (local === 'workbookPr') this.is1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
    if (local !== 'sheet') return;
    const relationship = Object.entries(attributes).find(([key]) => /:id$/u.test(key))?.[1];
    this.sheets.push({
      name: attributes['name'] ?? `Sheet ${this.sheets.length + 1}`,
      relationship: relationship ?? '',
      isHidden: (attributes['state'] ?? 'visible') !== 'visible',
    });
  }
}

/** Reads `styles.xml`: which cell formats show dates. */
export class StylesReader implements XmlHandlers {
  readonly #codes = new Map<number, string>();
  readonly #kinds: ('number' | 'date')[] = [];
  #isInCellFormats = false;

  styles(is1904: boolean): CellStyles {
    return { kinds: this.#kinds, is1904 };
  }

  open({ name, attributes }: XmlStart): void {
    const local = localName(name);
    if (local === 'numFmt')
      this.#codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (local === 'cellXfs') this.#isInCellFormats = true;
    else if (local === 'xf' && this.#isInCellFormats) {
      const id = Number(attributes['numFmtId'] ?? 0);
      this.#kinds.push(isDateFormat(id, this.#codes.get(id)) ? 'date' : 'number');
    }
  }

  close(name: string): void {
    if (localName(name) === 'cellXfs') this.#isInCellFormats = false;
  }
}

/** Reads `sharedStrings.xml`: texts that cells refer to by number; formatting and readings are left out. */
export class SharedStringsReader implements XmlHandlers {
  readonly strings: string[] = [];
  #text: string | undefined;
  #isInText = false;
  #isInReading = false;

  open({ name }: XmlStart): void {
    const local = localName(name);
    if (local === 'si') this.#text = '';
    else if (local === 'rPh') this.#isInReading = true;
    else if (local === 't') this.#isInText = !this.#isInReading;
  }

  text(text: string): void {
    if (this.#isInText && this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    const local = localName(name);
    if (local === 't') this.#isInText = false;
    else if (local === 'rPh') this.#isInReading = false;
    else if (local === 'si' && this.#text !== undefined) {
      this.strings.push(unescapeXstring(this.#text));
      this.#text = undefined;
    }
  }
}
