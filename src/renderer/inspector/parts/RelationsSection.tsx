import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import { shorten } from '#core/text/graphemes.ts';
import { quoteLine } from '#core/text/quote.ts';
import { Swatch } from '../../labels/Swatch.tsx';
import { useSession } from '../../state/session.ts';
import { textView } from '../../state/text-handle.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { jumpTo } from '../jump.ts';
import type { OpenSetView } from '../use-open-set.ts';
import styles from './RelationsSection.module.css';
import { Section } from './Section.tsx';

/** Starts a relation from the span: the next span chosen in the text is its other end. */
function startLinking(span: Span) {
  useSession.setState({ linking: span.id });
  textView()?.focus();
}

/** Relations of a span. The other end is one click away; the pencil opens the relation itself. */
export function RelationsSection({
  span,
  set,
}: {
  readonly span: Span;
  readonly set: OpenSetView;
}) {
  const relations = [...set.index.relationsOf(span.id)];
  return (
    <Section
      title={relations.length > 0 ? `Relations (${relations.length})` : 'Relations'}
      part="relations"
      aside={
        <IconButton
          icon="add"
          label="Add a relation"
          keys="-"
          disabled={set.readOnly}
          onClick={() => startLinking(span)}
        />
      }
    >
      {relations.length === 0 ? (
        <p className={styles.none}>
          None. Drag from this span to another, or{' '}
          <Button look="link" disabled={set.readOnly} onClick={() => startLinking(span)}>
            choose the other span
          </Button>
          .
        </p>
      ) : (
        <ul className={styles.relations} aria-label="Relations of the span">
          {relations.map((relation) => (
            <RelationRow key={relation.id} relation={relation} span={span} set={set} />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface RelationRowProps {
  readonly relation: Relation;
  readonly span: Span;
  readonly set: OpenSetView;
}

function RelationRow({ relation, span, set }: RelationRowProps) {
  const type = set.schema.relationTypes.find((t) => t.name === relation.type);
  const isFrom = relation.from === span.id;
  const other = set.index.span(isFrom ? relation.to : relation.from);
  const words = other ? shorten(quoteLine(set.text, other.ranges), 80) : 'a span that is gone';
  const sign = type?.symmetric ? '↔' : isFrom ? '→' : '←';
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.go}
        disabled={!other}
        aria-label={`${isFrom ? '' : 'from '}${relation.type}: ${words}`}
        onClick={() => other && jumpTo({ kind: 'span', id: other.id })}
      >
        <span className={styles.type}>
          <Swatch color={type?.color ?? '#888888'} shape="relation" />
          {sign} {relation.type}
          {relation.note === '' ? null : <Icon name="note" size={12} />}
        </span>
        <span className={styles.words} dir="auto">
          {words}
        </span>
      </button>
      <IconButton
        icon="edit"
        label={`Open the relation ${relation.type}: ${words}`}
        onClick={() => jumpTo({ kind: 'relation', id: relation.id })}
      />
    </li>
  );
}
