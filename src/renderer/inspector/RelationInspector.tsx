import type { SpanId } from '#core/model/ids.ts';
import type { Relation } from '#core/model/relation.ts';
import { attributesOf } from '#core/schema/inherit.ts';
import { relationChoices } from '#core/schema/relation-choices.ts';
import { IconButton } from '../ui/IconButton.tsx';
import * as edits from './edits.ts';
import styles from './Inspector.module.css';
import { jumpTo } from './jump.ts';
import { AttributesSection } from './parts/AttributesSection.tsx';
import { NoteSection } from './parts/NoteSection.tsx';
import { TypeSelect } from './parts/TypeSelect.tsx';
import { Words } from './parts/Words.tsx';
import type { OpenSetView } from './use-open-set.ts';

interface RelationInspectorProps {
  readonly relation: Relation;
  readonly set: OpenSetView;
}

/** Everything about one relation. Give it the relation's id as `key`. */
export function RelationInspector({ relation, set }: RelationInspectorProps) {
  const { schema, readOnly } = set;
  const type = schema.relationTypes.find((t) => t.name === relation.type);
  return (
    <>
      <div className={styles.head}>
        <div className={styles.typeRow}>
          <TypeSelect
            types={schema.relationTypes}
            shape="relation"
            value={relation.type}
            disabled={readOnly}
            refused={refusedTypes(relation, set)}
            onValue={(name) => edits.changeRelationType(relation.id, name)}
          />
          <IconButton
            icon="reverse"
            label="Reverse the relation"
            keys="Mod+R"
            disabled={readOnly || type?.symmetric === true}
            onClick={() => edits.reverse(relation.id)}
          />
          <IconButton
            icon="trash"
            label="Delete the relation"
            keys="Delete"
            disabled={readOnly}
            onClick={() => edits.deleteRelation(relation.id)}
          />
        </div>
        <End word={type?.symmetric ? 'Between' : 'From'} id={relation.from} set={set} />
        <End word={type?.symmetric ? 'and' : 'To'} id={relation.to} set={set} />
      </div>
      <AttributesSection
        definitions={attributesOf(schema.relationTypes, relation.type)}
        values={relation.attributes}
        readOnly={readOnly}
        onValue={(name, value) => edits.changeAttribute(relation.id, name, value)}
      />
      <NoteSection
        label="Note on the relation"
        note={relation.note}
        readOnly={readOnly}
        onNote={(note) => edits.changeNote(relation.id, note)}
      />
    </>
  );
}

interface EndProps {
  readonly word: string;
  readonly id: SpanId;
  readonly set: OpenSetView;
}

function End({ word, id, set }: EndProps) {
  const span = set.index.span(id);
  return (
    <div className={styles.end}>
      <span className={styles.endWord}>
        {word}
        {span ? <span className={styles.endType}>{span.type}</span> : null}
      </span>
      <Words
        text={set.text}
        ranges={span?.ranges}
        does={`Go to the span it ${word === 'From' ? 'starts from' : 'leads to'}`}
        onJump={() => jumpTo({ kind: 'span', id })}
      />
    </div>
  );
}

/** Types that these two ends do not allow, with the reason. */
function refusedTypes(relation: Relation, { index, schema }: OpenSetView) {
  const from = index.span(relation.from);
  const to = index.span(relation.to);
  const refused = new Map<string, string>();
  if (!(from && to)) return refused;
  for (const choice of relationChoices(schema, from, to)) {
    if (choice.reversed) refused.set(choice.type, 'only the other way round');
    else if (choice.reason !== null) refused.set(choice.type, choice.reason);
  }
  return refused;
}
