import type { ImportSource, ReaderInfo } from '#api/calls/imports.ts';
import type { Option } from '../../../ui/Select.tsx';

/** The readers to choose from: the one that holds and the other likely ones with how likely, then all. */
export function readerOptions(
  source: ImportSource,
  readers: readonly ReaderInfo[],
): readonly Option[] {
  const nameOf = (id: string) => readers.find((reader) => reader.id === id)?.name ?? id;
  const likely = source.others.filter(({ reader }) => reader !== source.reader);
  const first = new Set([source.reader, ...likely.map(({ reader }) => reader)]);
  return [
    { value: source.reader, label: nameOf(source.reader) },
    ...likely.map(({ reader, confidence }) => ({
      value: reader,
      label: `${nameOf(reader)} (${Math.round(confidence * 100)} %)`,
    })),
    ...readers
      .filter(({ id }) => !first.has(id))
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
}
