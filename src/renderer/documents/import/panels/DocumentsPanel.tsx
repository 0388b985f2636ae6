import { useMemo } from 'react';
import type { ImportPreview, PreviewDocument } from '#api/calls/imports.ts';
import { plural } from '../../../inspector/words.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { isTaken, type Taken, takenBy, withDocument } from '../choice.ts';
import { choose, useImport } from '../store.ts';
import { VirtualList } from '../VirtualList.tsx';
import { annotationWords, fateWords } from '../words.ts';
import styles from './DocumentsPanel.module.css';
import { TextPreview } from './TextPreview.tsx';

/** What comes in, document by document, and what it looks like. */
export function DocumentsPanel({ preview }: { readonly preview: ImportPreview }) {
  const choice = useImport((state) => state.choice);
  const taken = useMemo(() => takenBy(choice), [choice]);
  const wanted = useImport((state) => state.document);
  const { documents, documentCount } = preview;
  const shown = documents.find(({ key }) => key === wanted) ?? documents[0];
  if (!shown) {
    return (
      <EmptyState icon="documents" title="No documents come of these files">
        What is wrong with them stands under Problems. At the left you can choose how they are read,
        and tick what was left out.
      </EmptyState>
    );
  }
  return (
    <div className={styles.halves}>
      <div className={styles.left}>
        <VirtualList
          label="Documents that come in"
          items={documents}
          keyOf={keyOf}
          height={() => 44}
          shown={shown.key}
        >
          {(document, tabIndex) => (
            <DocumentRow
              document={document}
              taken={taken}
              isShown={document === shown}
              tabIndex={tabIndex}
            />
          )}
        </VirtualList>
        {documentCount > documents.length ? (
          <p className={styles.more}>
            The first {documents.length.toLocaleString('en')} of{' '}
            {documentCount.toLocaleString('en')} are listed; all of them come in.
          </p>
        ) : null}
      </div>
      <TextPreview document={shown} preview={preview} taken={taken} />
    </div>
  );
}

const keyOf = ({ key }: PreviewDocument) => key;

interface DocumentRowProps {
  readonly document: PreviewDocument;
  readonly taken: Taken;
  readonly isShown: boolean;
  readonly tabIndex: 0 | -1;
}

function DocumentRow({ document, taken, isShown, tabIndex }: DocumentRowProps) {
  const isIn = isTaken(document, taken);
  const fate = fateWords(document, isIn);
  const { key, name, length, file } = document;
  const size = [plural(length, 'character'), annotationWords(document)].filter(Boolean).join(', ');
  return (
    <div className={styles.row} data-shown={isShown}>
      <input
        type="checkbox"
        tabIndex={tabIndex}
        aria-label={`Take ${name}`}
        checked={isIn}
        onChange={(event) =>
          choose((choice) => withDocument(choice, document, event.target.checked))
        }
      />
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={styles.words}
        title={file}
        aria-pressed={isShown}
        onClick={() => useImport.setState({ document: key, file })}
      >
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles.detail} title={size}>
          {size}
        </span>
        {fate === null ? null : (
          <span className={styles.detail} data-remark={document.fate === 'known'} title={fate}>
            <Icon name={document.fate === 'receives' ? 'merge' : 'info'} size={12} /> {fate}
          </span>
        )}
      </button>
    </div>
  );
}
