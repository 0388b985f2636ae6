const NAMES: Readonly<Record<string, string>> = {
  Title: 'title',
  Author: 'author',
  Subject: 'subject',
  Keywords: 'keywords',
  CreationDate: 'created',
  Language: 'language',
};
const LONGEST = 2_000;

/** What a PDF says of itself, from its information dictionary (ISO 32000-1, 14.3.3). Dates as ISO 8601. */
export function pdfMetadata(info: unknown): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (typeof info !== 'object' || info === null) return found;
  for (const [key, value] of Object.entries(info)) {
    const name = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
    if (name === undefined || typeof value !== 'string') continue;
    const text = value.replaceAll('\0', '').replace(/\s+/gu, ' ').trim().toWellFormed();
    if (text !== '') found[name] = name === 'created' ? isoDate(text) : text.slice(0, LONGEST);
  }
  return found;
}

/** `D:20200102030405+01'00'` as `2020-01-02T03:04:05+01:00`; what is no such date stays. */
function isoDate(date: string): string {
  const [, year, month = '01', day = '01', hour, minute = '00', second = '00', zone = ''] =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?/u.exec(date) ?? [];
  if (year === undefined) return date.slice(0, 100);
  if (hour === undefined) return `${year}-${month}-${day}`;
  const offset = zone.replace(/^([+-]\d\d)'?(\d\d)$/u, '$1:$2');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}
