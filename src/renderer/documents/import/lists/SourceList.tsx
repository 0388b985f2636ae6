import { useMemo } from 'react';
import type { ImportSource, PreviewDocument } from '#api/calls/imports.ts';
import { takenBy } from '../choice.ts';
import { useImport } from '../store.ts';
import { VirtualList } from '../VirtualList.tsx';
import { FileLine } from './FileLine.tsx';
import { MissingLine, OptionLine, ReaderLine, SourceHead } from './SourceHead.tsx';
import { isUnfolded, sourceLineHeight, sourceLineKey, sourceLines } from './source-lines.ts';

interface SourceListProps {
  readonly sources: readonly ImportSource[];
  /** By path of the file that has their text. */
  readonly documents: ReadonlyMap<string, readonly PreviewDocument[]>;
}

/** What was dropped or chosen: how each source is read, and its files. */
export function SourceList({ sources, documents }: SourceListProps) {
  const choice = useImport((state) => state.choice);
  const file = useImport((state) => state.file);
  const unfolded = useImport((state) => state.unfolded);
  const lines = useMemo(() => sourceLines(sources, unfolded), [sources, unfolded]);
  const taken = useMemo(() => takenBy(choice), [choice]);
  return (
    <VirtualList
      label="Files"
      items={lines}
      keyOf={sourceLineKey}
      height={sourceLineHeight}
      isStop={({ kind }) => kind !== 'reader' && kind !== 'option'}
      shown={file}
    >
      {(line, tabIndex) => {
        switch (line.kind) {
          case 'source':
            return (
              <SourceHead
                source={line.source}
                isUnfolded={isUnfolded(sources, line.source, unfolded)}
                taken={taken}
                tabIndex={tabIndex}
              />
            );
          case 'reader':
            return <ReaderLine source={line.source} />;
          case 'option':
            return <OptionLine source={line.source} option={line.option} />;
          case 'missing':
            return <MissingLine problem={line.problem} tabIndex={tabIndex} />;
          case 'file':
            return (
              <FileLine
                source={line.source.id}
                file={line.file}
                documents={documents.get(line.file.path) ?? []}
                isShown={line.file.path === file}
                taken={taken}
                tabIndex={tabIndex}
              />
            );
        }
      }}
    </VirtualList>
  );
}
