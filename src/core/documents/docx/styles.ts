import { localName } from '../../formats/xml/namespaces.ts';
import { readXmlEvents } from '../../formats/xml/read-events.ts';
import type { XmlError, XmlStart } from '../../formats/xml/xml-element.ts';
import { ok, type Result } from '../../result.ts';

interface Style {
  name: string;
  basedOn: string | undefined;
  /** As `w:outlineLvl` has it: 0 is the highest, 9 is text. */
  outline: number | undefined;
}

/** The value of an attribute of WordprocessingML, whatever the prefix. */
export function wordValue({ attributes }: XmlStart, name = 'val'): string | undefined {
  return (
    attributes[`w:${name}`] ??
    Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]
  );
}

/**
 * The level of titles by the id of their paragraph style: its outline level, else that of the style it is
 * based on. Styles named `heading 1` … `heading 9` and `Title` have theirs by name.
 */
export function headingLevels(
  xml: string,
  file: string,
): Result<ReadonlyMap<string, number>, XmlError> {
  const styles = new Map<string, Style>();
  let current: Style | undefined;
  const read = readXmlEvents(xml, file, {
    open: (start) => {
      const name = localName(start.name);
      if (name === 'style') {
        current = { name: '', basedOn: undefined, outline: undefined };
        styles.set(wordValue(start, 'styleId') ?? '', current);
      } else if (!current) return;
      else if (name === 'name') current.name = wordValue(start) ?? '';
      else if (name === 'basedOn') current.basedOn = wordValue(start);
      else if (name === 'outlineLvl') current.outline = Number(wordValue(start));
    },
    close: (name) => {
      if (localName(name) === 'style') current = undefined;
    },
  });
  if (!read.ok) return read;
  const levels = new Map<string, number>();
  for (const id of styles.keys()) {
    const level = levelOf(styles, id);
    if (level > 0) levels.set(id, level);
  }
  return ok(levels);
}

/** How many styles are followed upward; more are a circle. */
const LONGEST_CHAIN = 20;

function levelOf(styles: ReadonlyMap<string, Style>, id: string): number {
  let style = styles.get(id);
  for (let i = 0; style && i < LONGEST_CHAIN; i++) {
    const level = outlineLevel(style.outline) ?? levelByName(style.name);
    if (level !== undefined) return level;
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return 0;
}

function levelByName(name: string): number | undefined {
  if (/^title$/iu.test(name)) return 1;
  const level = /^heading ([1-9])$/iu.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The level from 1 of an outline level; 0 for text, `undefined` where there is none. */
export function outlineLevel(outline: number | undefined): number | undefined {
  if (outline === undefined || !Number.isInteger(outline) || outline < 0) return undefined;
  return outline < 9 ? outline + 1 : 0;
}
