import { STATUSES, type Status } from '#core/model/document-status.ts';
import { STATUS_NAMES } from '../documents/status-names.ts';
import { openDialog } from '../state/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './DocumentInspector.module.css';
import * as edits from './edits.ts';
import { AttributeField } from './fields/AttributeField.tsx';
import { AboutSection } from './parts/AboutSection.tsx';
import { CountsSection } from './parts/CountsSection.tsx';
import { NoteSection } from './parts/NoteSection.tsx';
import { ProblemsSection } from './parts/ProblemsSection.tsx';
import { Section } from './parts/Section.tsx';
import type { OpenSetView } from './use-open-set.ts';
import { whenShort } from './words.ts';

/** The document as a whole: status, labels, note, counts, and what is wrong with the set. */
export function DocumentInspector({ set }: { readonly set: OpenSetView }) {
  const { document, index, schema, readOnly } = set;
  const { status, at } = index.status();
  const key = `${document.entry.id} ${document.annotatorId}`;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.name} title={document.entry.source.name}>
          {document.entry.name}
        </p>
        <div className={styles.status}>
          <Select
            label="Status"
            options={STATUSES.map((value) => ({ value, label: STATUS_NAMES[value] }))}
            value={status}
            disabled={readOnly}
            onValue={(value) => edits.changeStatus(value as Status)}
          />
          {at === '' ? null : <span className={styles.when}>since {whenShort(at)}</span>}
        </div>
      </div>
      <ProblemsSection set={set} />
      <Section title="Document labels" part="labels">
        {schema.documentLabels.length === 0 ? (
          <p className={styles.none}>
            The schema has no document labels yet: what is said of a whole document, such as its
            genre.{' '}
            <Button look="link" onClick={() => openDialog({ name: 'schema' })}>
              Edit the schema
            </Button>
          </p>
        ) : (
          schema.documentLabels.map((definition) => (
            <AttributeField
              key={`${key} ${definition.name}`}
              definition={definition}
              value={index.label(definition.name)}
              readOnly={readOnly}
              onValue={(value) => edits.changeLabel(definition.name, value)}
            />
          ))
        )}
      </Section>
      <NoteSection
        key={key}
        label="Note on the document"
        note={index.note()}
        readOnly={readOnly}
        onNote={edits.changeDocumentNote}
      />
      <CountsSection set={set} />
      <AboutSection entry={document.entry} />
    </>
  );
}
