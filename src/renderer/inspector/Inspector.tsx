import { Tabs } from 'radix-ui';
import { type KeyboardEvent, useEffect } from 'react';
import { useSession } from '../state/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { DocumentInspector } from './DocumentInspector.tsx';
import styles from './Inspector.module.css';
import { returnToText } from './jump.ts';
import { AnnotationList } from './list/AnnotationList.tsx';
import { RelationInspector } from './RelationInspector.tsx';
import { SpanInspector } from './SpanInspector.tsx';
import { type InspectorTab, showTab, useInspector } from './state.ts';
import { type OpenSetView, useOpenSet } from './use-open-set.ts';

/**
 * The right pane: the selected annotation, the document, and the list of all annotations. Reads the
 * session; no props. `focusInspector` (focus.ts) reaches its parts; Escape goes back to the text.
 */
export function Inspector() {
  const set = useOpenSet();
  const tab = useInspector((state) => state.tab);
  const selected = useSession((state) => state.selected);

  // What is selected comes to the front, except over the list, which is gone through with it.
  useEffect(() => {
    const { tab: shown } = useInspector.getState();
    if (selected && shown !== 'list') showTab('selection');
    if (!selected && shown === 'selection') showTab('document');
  }, [selected]);

  if (!set) {
    return (
      <div className={styles.inspector} data-inspector>
        <EmptyState icon="inspector" title="No document is open">
          Choose a document: what you select in its text is shown here.
        </EmptyState>
      </div>
    );
  }
  const counts = set.index.counts();
  const problems = set.document.problems.length;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    returnToText();
  };
  return (
    <Tabs.Root
      className={styles.inspector}
      data-inspector
      value={tab}
      onValueChange={(value) => showTab(value as InspectorTab)}
      onKeyDown={onKeyDown}
    >
      <Tabs.List className={styles.tabs} aria-label="Inspector">
        <Tabs.Trigger className={styles.tab} value="selection">
          Selection
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="document">
          Document
          {problems > 0 ? <span className={styles.problems}>{problems}</span> : null}
        </Tabs.Trigger>
        <Tabs.Trigger className={styles.tab} value="list">
          List
          <span className={styles.count}>{counts.spans + counts.relations}</span>
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content className={styles.body} value="selection" tabIndex={-1} data-inspector-body>
        <Selection set={set} />
      </Tabs.Content>
      <Tabs.Content className={styles.body} value="document" tabIndex={-1} data-inspector-body>
        <DocumentInspector set={set} />
      </Tabs.Content>
      <Tabs.Content
        className={`${styles.body} ${styles.fixed}`}
        value="list"
        tabIndex={-1}
        data-inspector-body
      >
        <AnnotationList set={set} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

function Selection({ set }: { readonly set: OpenSetView }) {
  const selected = useSession((state) => state.selected);
  const record = selected ? set.index.get(selected.id) : undefined;
  // The set's owner is part of the key: another person's set may use the same ids.
  const key = `${set.document.entry.id} ${set.document.annotatorId} ${selected?.id}`;
  if (record?.kind === 'span') return <SpanInspector key={key} span={record} set={set} />;
  if (record?.kind === 'relation') {
    return <RelationInspector key={key} relation={record} set={set} />;
  }
  return (
    <EmptyState icon="tag" title="Nothing is selected">
      Click a tagged word, or press Enter where the caret is, to see its type, attributes, note and
      relations here.
    </EmptyState>
  );
}
