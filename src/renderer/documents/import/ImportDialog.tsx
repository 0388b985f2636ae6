import { Tabs } from 'radix-ui';
import { useMemo } from 'react';
import type { ImportPreview, ImportSource, PreviewDocument } from '#api/calls/imports.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { useSession } from '../../state/session.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './ImportDialog.module.css';
import { ImportFooter } from './ImportFooter.tsx';
import { SourceList } from './lists/SourceList.tsx';
import { AnnotatorsPanel } from './panels/AnnotatorsPanel.tsx';
import { DocumentsPanel } from './panels/DocumentsPanel.tsx';
import { EncodingsPanel } from './panels/EncodingsPanel.tsx';
import { ProblemsPanel } from './panels/ProblemsPanel.tsx';
import { schemaBefore } from './panels/schema-before.ts';
import { TypesPanel } from './panels/TypesPanel.tsx';
import { incomingCount } from './panels/type-lines.ts';
import { problemCount, problemsOf } from './problem-list.ts';
import { type ImportTab, leaveImport, stayInImport, useImport } from './store.ts';

/** Everything about files that cannot simply be added: what they are, and what comes of them. */
export function ImportDialog() {
  const { look, preview, newProject, tab, isImporting } = useImport();
  const project = useSession((state) => state.project);
  const sources = useMemo(() => withDoubts(look.sources, preview), [look, preview]);
  const documents = useMemo(() => byFile(preview?.documents ?? []), [preview]);
  const problems = useMemo(() => problemsOf(look, preview), [look, preview]);
  const isData = preview !== null && (incomingCount(preview) > 0 || preview.counts.sets > 0);
  const doubtful = sources.flatMap(({ files }) =>
    files.filter((file) => file.encodings.length > 0),
  );
  const tabs: readonly {
    readonly id: ImportTab;
    readonly title: string;
    readonly count: number;
  }[] = [
    ...(doubtful.length > 0
      ? [{ id: 'encodings' as const, title: 'Encodings', count: doubtful.length }]
      : []),
    { id: 'documents', title: 'Documents', count: preview?.documentCount ?? 0 },
    ...(isData
      ? [
          { id: 'types' as const, title: 'Types', count: incomingCount(preview) },
          { id: 'annotators' as const, title: 'Annotators', count: preview.annotators.length },
        ]
      : []),
    { id: 'problems', title: 'Problems', count: problemCount(problems, preview) },
  ];
  return (
    <Dialog
      open
      onOpenChange={() => isImporting || leaveImport()}
      stays
      onEscape={onEscape}
      size="full"
      title={titleOf(newProject, isData)}
      bare
      className={styles.dialog ?? ''}
      footer={<ImportFooter preview={preview} isData={isData} />}
    >
      <div className={styles.halves} inert={isImporting}>
        <section className={styles.sources} aria-label="Sources">
          <SourceList sources={sources} documents={documents} />
        </section>
        <Tabs.Root
          className={styles.main}
          value={tabs.some(({ id }) => id === tab) ? tab : 'documents'}
          onValueChange={(value) => useImport.setState({ tab: value as ImportTab })}
        >
          <Tabs.List className={styles.tabs} aria-label="What comes in">
            {tabs.map(({ id, title, count }) => (
              <Tabs.Trigger key={id} className={styles.tab} value={id}>
                {title}{' '}
                <span className={styles.count} data-warns={id === 'problems' && count > 0}>
                  {count.toLocaleString('en')}
                </span>
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content className={styles.panel} value="encodings" tabIndex={-1}>
            <EncodingsPanel sources={sources} />
          </Tabs.Content>
          <Tabs.Content className={styles.panel} value="documents" tabIndex={-1}>
            {preview ? <DocumentsPanel preview={preview} /> : <Waiting />}
          </Tabs.Content>
          <Tabs.Content className={styles.panel} value="types" tabIndex={-1}>
            {preview ? (
              <TypesPanel
                preview={preview}
                schema={schemaBefore(
                  newProject === null && project ? project.schema : DEFAULT_SCHEMA,
                  preview.schema,
                )}
              />
            ) : null}
          </Tabs.Content>
          <Tabs.Content className={styles.panel} value="annotators" tabIndex={-1}>
            <AnnotatorsPanel
              incoming={preview?.annotators ?? []}
              known={newProject === null ? (project?.annotators ?? []) : []}
            />
          </Tabs.Content>
          <Tabs.Content className={styles.panel} value="problems" tabIndex={-1}>
            <ProblemsPanel problems={problems} count={problemCount(problems, preview)} />
          </Tabs.Content>
        </Tabs.Root>
      </div>
    </Dialog>
  );
}

/** Escape leaves the field in which one types, or the question whether to leave, before the dialog. */
function onEscape(): boolean {
  if (isTyping(document.activeElement)) return true;
  return stayInImport();
}

const isTyping = (element: Element | null) =>
  element instanceof HTMLInputElement && element.type === 'text';

/** What stands where nothing has been read yet. */
function Waiting() {
  const isReading = useImport((state) => state.isReading);
  return <p className={styles.waiting}>{isReading ? 'Reading…' : 'Nothing could be read.'}</p>;
}

function titleOf(newProject: string | null, isData: boolean): string {
  if (newProject !== null) return `New project ‘${newProject}’`;
  return isData ? 'Import' : 'Add documents';
}

/** Sources as they are read now. Encodings to choose from stay, so that a choice can be changed. */
function withDoubts(looked: readonly ImportSource[], preview: ImportPreview | null) {
  if (!preview) return looked;
  const before = new Map(
    looked.flatMap(({ files }) =>
      files.flatMap((file) =>
        file.encodings.length > 0 ? [[file.path, file.encodings] as const] : [],
      ),
    ),
  );
  if (before.size === 0) return preview.sources;
  return preview.sources.map((source) => ({
    ...source,
    files: source.files.map((file) => ({
      ...file,
      encodings: file.encodings.length > 0 ? file.encodings : (before.get(file.path) ?? []),
    })),
  }));
}

function byFile(documents: readonly PreviewDocument[]) {
  const files = new Map<string, PreviewDocument[]>();
  for (const document of documents) {
    const found = files.get(document.file);
    if (found) found.push(document);
    else files.set(document.file, [document]);
  }
  return files;
}
