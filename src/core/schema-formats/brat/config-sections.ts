import type { Problem } from '../../problem.ts';
import { type ConfigLine, parseConfigLine } from './config-line.ts';

export type SectionName = 'entities' | 'relations' | 'events' | 'attributes';

export interface ConfigSections {
  readonly sections: Readonly<Record<SectionName, readonly ConfigLine[]>>;
  readonly problems: readonly Problem[];
}

const SECTION = /^\s*\[(?<name>.*)\]\s*$/u;
const MACRO = /^<(?<name>[a-zA-Z_-]+)>=\s*(?<value>.*?)\s*$/u;
const IGNORED = /^\s*(?:#.*|-+)?\s*$/u;
const RESERVED = ['ANY', 'ENTITY', 'RELATION', 'EVENT', 'NONE', 'REL-TYPE'];

function sectionName(name: string): SectionName | null {
  if (name === 'spans') return 'entities';
  return name === 'entities' || name === 'relations' || name === 'events' || name === 'attributes'
    ? name
    : null;
}

/**
 * Splits an `annotation.conf` into its sections and puts macros in. Macros hold for their section only.
 * Lines of hyphens are separators on screen and are skipped.
 */
export function readSections(text: string, file: string): ConfigSections {
  const sections: Record<SectionName, ConfigLine[]> = {
    entities: [],
    relations: [],
    events: [],
    attributes: [],
  };
  const problems: Problem[] = [];
  const report = (line: number, code: string, message: string) =>
    problems.push({ code, message, place: { file, line } });
  let current: ConfigLine[] | null = null;
  let isKnown = false;
  let macros = new Map<string, string>();

  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const line = index + 1;
    const heading = SECTION.exec(raw)?.groups?.['name'];
    if (heading !== undefined) {
      const name = sectionName(heading);
      isKnown = true;
      current = name === null ? null : sections[name];
      macros = new Map();
      if (name === null)
        report(line, 'unknown-section', `The section [${heading}] is not used and was left out.`);
      continue;
    }
    if (IGNORED.test(raw)) continue;
    const macro = MACRO.exec(raw)?.groups;
    if (macro) {
      const name = macro['name'] ?? '';
      if (RESERVED.includes(name))
        report(
          line,
          'reserved-macro',
          `<${name}> has a meaning of its own and cannot be redefined.`,
        );
      else macros.set(`<${name}>`, expand(macro['value'] ?? '', macros));
      continue;
    }
    if (current === null) {
      if (!isKnown)
        report(line, 'outside-section', `Line ${line} stands before any section and was left out.`);
      continue;
    }
    const parsed = parseConfigLine(expand(raw, macros), line);
    if (parsed === null)
      report(line, 'unreadable-line', `Line ${line} names nothing: ‘${raw.trim()}’.`);
    else current.push(parsed);
    for (const piece of parsed?.unreadable ?? [])
      report(
        line,
        'unreadable-argument',
        `‘${piece}’ is not of the form Role:Type and was left out.`,
      );
  }
  return { sections, problems };
}

function expand(text: string, macros: ReadonlyMap<string, string>): string {
  let expanded = text;
  for (const [name, value] of macros) expanded = expanded.replaceAll(name, () => value);
  return expanded;
}
