const MAX_LENGTH = 500;

/**
 * A name as schemas accept it: no blanks around it, not empty, not too long, whole characters. Names that
 * are fine come back as they are.
 */
export function cleanName(name: string): string {
  const clean = name.toWellFormed().trim();
  if (clean === '') return 'unnamed';
  if (clean === '__proto__') return '_proto_';
  return clean.length <= MAX_LENGTH ? clean : clean.slice(0, MAX_LENGTH).toWellFormed().trim();
}
