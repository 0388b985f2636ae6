import { storedName } from '../../schema-formats/brat/read-entities.ts';
import type { NameRule } from '../stored-names.ts';

/** Names as people see them, by the names that stand in the files. */
export type ShownNames = ReadonlyMap<string, string>;

/** Names that brat can store: letters without accents, digits, `_` and `-`. */
export const BRAT_NAMES: NameRule = {
  isStorable: (name) => storedName(name) === name,
  toStored: storedName,
};

/** Whether `visual.conf` gives the name back: `|` and line breaks mean something there. */
export function canBeShown(name: string): boolean {
  return (
    storedName(name) === name || (!/[|\p{Cc}\u2028\u2029]/u.test(name) && name === name.trim())
  );
}

/**
 * Reads the section `[labels]` of `visual.conf`. A shown name is taken only where the stored one was made
 * of it (`Some_type | Some type`); otherwise it is only another word for the screen.
 */
export function readShownNames(conf: string): ShownNames {
  const names = new Map<string, string>();
  let isInLabels = false;
  for (const line of conf.split(/\r\n|\r|\n/u)) {
    const section = /^\s*\[(?<name>.*)\]\s*$/u.exec(line)?.groups?.['name'];
    if (section !== undefined) isInLabels = section === 'labels';
    else if (isInLabels && !line.startsWith('#')) {
      const [stored = '', shown = ''] = line.split('|').map((part) => part.trim());
      const base = storedName(shown);
      const isMade = stored === base || /^_\d+$/u.test(stored.slice(base.length));
      if (shown !== '' && shown !== stored && stored.startsWith(base) && isMade) {
        names.set(stored, shown);
      }
    }
  }
  return names;
}
