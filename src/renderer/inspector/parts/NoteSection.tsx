import { DraftField } from '../fields/DraftField.tsx';
import { Section } from './Section.tsx';

interface NoteSectionProps {
  /** Of what: `Note on the span`. */
  readonly label: string;
  readonly note: string;
  readonly readOnly: boolean;
  readonly onNote: (note: string) => void;
}

/** What the annotator wrote about something. */
export function NoteSection({ label, note, readOnly, onNote }: NoteSectionProps) {
  return (
    <Section title="Note" part="note">
      <DraftField
        label={label}
        labelHidden
        multiline
        rows={note.length > 120 ? 5 : 2}
        value={note}
        readOnly={readOnly}
        placeholder={readOnly ? '' : 'What should be remembered'}
        onCommit={onNote}
      />
    </Section>
  );
}
