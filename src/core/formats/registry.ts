import { csvTables } from './csv-tables/format.ts';
import type { Format, SourceFile } from './format.ts';
import { glossatorJson } from './glossator-json/format.ts';
import { glossatorJsonl } from './glossator-jsonl/format.ts';

/** Every format, in the order in which people see them. */
export const FORMATS: readonly Format[] = [glossatorJson, glossatorJsonl, csvTables];

/** The format of that id. */
export function formatById(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/** The first format that can read the file, judged by its contents. */
export function formatOf(head: SourceFile): Format | undefined {
  return FORMATS.find((format) => format.read !== undefined && format.recognizes(head));
}
