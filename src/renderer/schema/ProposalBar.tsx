import { useEffect, useRef } from 'react';
import { plural } from '../inspector/words.ts';
import { Button } from '../ui/Button.tsx';
import styles from './SchemaEditor.module.css';
import { confirmProposal, dropProposal } from './state/apply-edit.ts';
import { countWords } from './state/count-words.ts';
import { useSchemaEditor } from './state/editor-store.ts';

/** An edit that touches annotations, with its counts, before it is made. */
export function ProposalBar() {
  const proposal = useSchemaEditor((state) => state.proposal);
  const bar = useRef<HTMLDivElement>(null);
  const isCounted = proposal?.preview !== null && proposal !== null;
  const isDeleting = proposal?.verb === 'Delete';
  // Enter goes on; only what deletes wants another key first.
  useEffect(() => {
    const buttons = bar.current?.querySelectorAll('button') ?? [];
    if (isCounted) buttons[isDeleting ? 0 : buttons.length - 1]?.focus();
  }, [isCounted, isDeleting]);
  if (!proposal) return null;
  const { edit, verb, preview } = proposal;
  const words = preview ? countWords(preview) : '';
  return (
    <section ref={bar} className={styles.proposal} aria-label="Before it is done">
      <p className={styles.proposalTitle}>{edit.label}</p>
      {preview === null ? <p role="status">Counting what this touches…</p> : null}
      {preview !== null ? (
        <div role="status">
          <p>
            {words === ''
              ? 'No annotation is concerned.'
              : `${isDeleting ? 'Deletes' : 'Concerns'} ${words}.`}
            {preview.valuesGone > 0
              ? ` ${plural(preview.valuesGone, 'attribute value')} will be lost.`
              : ''}
            {edit.alsoDoes.map((sentence) => ` ${sentence}`)}
          </p>
          {preview.examples.length > 0 ? (
            <ul className={styles.examples}>
              {preview.examples.map(({ document, quote }) => (
                <li key={`${document} ${quote}`}>
                  <span className={styles.quote}>‘{quote}’</span> in {document}
                </li>
              ))}
            </ul>
          ) : null}
          <p className={styles.soft}>It is one step: undo takes all of it back.</p>
        </div>
      ) : null}
      <div className={styles.proposalButtons}>
        <Button onClick={dropProposal}>Cancel</Button>
        <Button
          look={isDeleting ? 'danger' : 'primary'}
          disabled={preview === null}
          onClick={confirmProposal}
        >
          {verb}
        </Button>
      </div>
    </section>
  );
}
