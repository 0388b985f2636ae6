import { useState } from 'react';
import type { ImportPreview } from '#api/calls/imports.ts';
import { IMPORTED } from '#core/formats/dataset.ts';
import type { Annotator } from '#core/model/annotator.ts';
import { plural } from '../../../inspector/words.ts';
import { newAnnotatorId } from '../../../state/ids.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { withAnnotator } from '../choice.ts';
import { choose, dropNames, giveName, useImport } from '../store.ts';
import styles from './AnnotatorsPanel.module.css';
import { annotatorKey } from './missing-name.ts';
import { NameField } from './NameField.tsx';

interface AnnotatorsPanelProps {
  readonly incoming: ImportPreview['annotators'];
  /** Annotators that the project has already. */
  readonly known: readonly Annotator[];
}

/** Whose the sets will be. */
export function AnnotatorsPanel({ incoming, known }: AnnotatorsPanelProps) {
  const me = useSession(({ app }) => app?.me ?? null);
  if (incoming.length === 0) {
    return (
      <EmptyState icon="people" title="No annotations come in">
        These files bring documents only.
      </EmptyState>
    );
  }
  const giveAll = (annotator: Annotator | null) => {
    const keys = new Set(incoming.map((each) => annotatorKey(each.annotator.id)));
    dropNames((key) => keys.has(key));
    choose((choice) =>
      incoming.reduce((all, { annotator: { id } }) => withAnnotator(all, id, annotator), choice),
    );
  };
  return (
    <div className={styles.panel}>
      <div className={styles.all}>
        <p className={styles.lead}>
          Each annotator’s work is a set of its own. Others’ sets can be looked at, not changed.
        </p>
        <Button look="link" onClick={() => giveAll(null)}>
          All as the files say
        </Button>
        {me ? (
          <Button look="link" onClick={() => giveAll(me)}>
            All are mine
          </Button>
        ) : null}
      </div>
      <ul className={styles.list} aria-label="Incoming annotators">
        {incoming.map(({ annotator, sets, spans }) => (
          <AnnotatorRow
            key={annotator.id}
            annotator={annotator}
            counts={`${plural(sets, 'set')}, ${plural(spans, 'span')}`}
            me={me}
            others={known.filter(({ id }) => id !== me?.id && id !== annotator.id)}
          />
        ))}
      </ul>
    </div>
  );
}

interface AnnotatorRowProps {
  readonly annotator: Annotator;
  readonly counts: string;
  readonly me: Annotator | null;
  readonly others: readonly Annotator[];
}

function AnnotatorRow({ annotator, counts, me, others }: AnnotatorRowProps) {
  const isNobody = annotator.id === IMPORTED.id;
  const name = isNobody ? 'Not named in the files' : annotator.name;
  const chosen = useImport(({ choice }) => choice.annotators[annotator.id]);
  const key = annotatorKey(annotator.id);
  const given = useImport(({ names }) => names[key]);
  const [newId] = useState(newAnnotatorId);
  const give = (to: Annotator | null) =>
    choose((choice) => withAnnotator(choice, annotator.id, to));
  const onValue = (value: string) => {
    const isNew = value === 'new';
    giveName(key, isNew ? '' : null);
    if (isNew) return;
    const all = [...(me ? [me] : []), ...others];
    give(all.find(({ id }) => value === `id:${id}`) ?? null);
  };
  const onName = (name: string) => {
    giveName(key, name);
    if (name.trim() !== '') give({ id: newId, name: name.trim() });
  };
  const options = [
    { value: 'file', label: isNobody ? 'Nobody’s in particular' : `As the file says: ${name}` },
    ...(me && me.id !== annotator.id ? [{ value: `id:${me.id}`, label: `Me (${me.name})` }] : []),
    ...others.map((other) => ({ value: `id:${other.id}`, label: other.name })),
    { value: 'new', label: 'Somebody else…' },
  ];
  const value = given !== undefined ? 'new' : chosen ? `id:${chosen.id}` : 'file';
  return (
    <li className={styles.row} data-choice>
      <span className={styles.name}>
        <bdi>{name}</bdi> <span className={styles.soft}>{counts}</span>
      </span>
      <Select
        label={`Whose the sets of ${annotator.name} become`}
        options={options}
        value={options.some((option) => option.value === value) ? value : 'file'}
        onValue={onValue}
      />
      {given === undefined ? null : (
        <NameField
          label={`Name for the sets of ${annotator.name}`}
          placeholder="Their name"
          value={given}
          onValue={onName}
        />
      )}
    </li>
  );
}
