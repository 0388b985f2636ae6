import type { Span } from '#core/model/span.ts';
import { attributesOf } from '#core/schema/inherit.ts';
import { addWords } from '../state/annotate.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import * as edits from './edits.ts';
import styles from './Inspector.module.css';
import { jumpTo, reveal } from './jump.ts';
import { AttributesSection } from './parts/AttributesSection.tsx';
import { NoteSection } from './parts/NoteSection.tsx';
import { RangesList } from './parts/RangesList.tsx';
import { RelationsSection } from './parts/RelationsSection.tsx';
import { TypeSelect } from './parts/TypeSelect.tsx';
import { Words } from './parts/Words.tsx';
import type { OpenSetView } from './use-open-set.ts';

/** Everything about one span. Give it the span's id as `key`, so that drafts stay with their span. */
export function SpanInspector({ span, set }: { readonly span: Span; readonly set: OpenSetView }) {
  const { text, schema, readOnly } = set;
  const hasWords = useSession((state) => state.words !== null);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.typeRow}>
          <TypeSelect
            types={schema.entityTypes}
            shape="span"
            value={span.type}
            disabled={readOnly}
            onValue={(type) => edits.changeSpanType(span.id, type)}
          />
          <IconButton
            icon="trash"
            label="Delete the span"
            keys="Delete"
            disabled={readOnly}
            onClick={() => edits.deleteSpan(span.id)}
          />
        </div>
        <Words
          text={text}
          ranges={span.ranges}
          does="Show in the text"
          onJump={() => jumpTo({ kind: 'span', id: span.id })}
        />
        <div className={styles.places}>
          <RangesList
            text={text}
            ranges={span.ranges}
            readOnly={readOnly}
            onJump={reveal}
            onRemove={(at) => edits.removeSpanRange(span.id, at)}
          />
          <Button
            look="link"
            className={styles.addWords ?? ''}
            // It keeps its place while it cannot be used, so that nothing moves.
            hidden={readOnly}
            disabled={!hasWords}
            title="Select more words in the text, then press +"
            onClick={addWords}
          >
            Add words
          </Button>
        </div>
      </div>
      <AttributesSection
        definitions={attributesOf(schema.entityTypes, span.type)}
        values={span.attributes}
        readOnly={readOnly}
        onValue={(name, value) => edits.changeAttribute(span.id, name, value)}
      />
      <NoteSection
        label="Note on the span"
        note={span.note}
        readOnly={readOnly}
        onNote={(note) => edits.changeNote(span.id, note)}
      />
      <RelationsSection span={span} set={set} />
    </>
  );
}
