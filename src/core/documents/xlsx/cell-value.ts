/** How cells of a workbook are shown, as far as a text needs it. */
export interface CellStyles {
  /** For each cell format (`cellXfs`): what its number format shows. */
  readonly kinds: readonly ('number' | 'date')[];
  /** Days count from 1904 instead of 1900. */
  readonly is1904: boolean;
}

/** Number formats that every workbook has and that show dates or times (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Whether a number format shows dates or times: its code has their letters outside quotes and brackets. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '');
  return !/general/iu.test(bare) && /[dmyhs]/iu.test(bare);
}

/** A number as Excel shows it without a format: at most 15 digits. */
export function numberText(value: number): string {
  return String(Number.parseFloat(value.toPrecision(15)));
}

const DAY_SECONDS = 86_400;
/** Days from 1 January of year 0 to 30 December 1899, and to 1 January 1904. */
const EPOCH_1900 = 693_959;
const EPOCH_1904 = 695_421;
/** 31 December 9999, the last day that Excel knows. */
const LAST = 2_958_466;

/**
 * A serial number as ISO 8601: a date, a time of day where it is below 1, or both. Rounded to seconds.
 * Serial 60 is 29 February 1900, a day that never was; Excel has it all the same.
 * @returns `undefined` for what is no date in Excel either: negative, or after 9999.
 */
export function serialDate(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < LAST)) return undefined;
  const seconds = Math.round(serial * DAY_SECONDS);
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  const pad = (n: number) => String(n).padStart(2, '0');
  const time = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
  if (days === 0 && !is1904) return time;
  const date =
    !is1904 && days === 60 ? '1900-02-29' : civilDate(is1904 ? EPOCH_1904 + days : dayOf1900(days));
  return rest === 0 ? date : `${date}T${time}`;
}

function dayOf1900(days: number): number {
  return EPOCH_1900 + days + (days < 60 ? 1 : 0);
}

/** The date that is so many days after 1 January of year 0, in the Gregorian calendar carried back. */
function civilDate(days: number): string {
  // Hinnant, “chrono-Compatible Low-Level Date Algorithms”: years begin in March there.
  const z = days - 60;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeXstring(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
