import { useEffect, useRef, useState } from 'react';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import { select } from '../state/select.ts';
import { useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';
import { quoteOf } from '../text/quote.ts';
import { relationClass } from '../text/type-colors.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './BothEnds.module.css';
import { hideBothEnds, relationShown, useBothEnds } from './both-ends-state.ts';
import { ExcerptButton } from './ExcerptButton.tsx';

/** UTF-16 units of text around each end, in the steps of *More text*. */
const AROUND = [160, 400, 900] as const;

/** The two ends of a relation side by side, each with the text around it. Nothing where none is shown. */
export function BothEnds() {
  const session = useSession();
  const state = useBothEnds();
  const index = session.viewing?.index ?? session.document?.index;
  const relation = index && relationShown(session, state, index);
  const [from, to] = relation ? [index.span(relation.from), index.span(relation.to)] : [];
  if (!(relation && from && to)) return null;
  return <Panel relation={relation} from={from} to={to} focus={state.focus} />;
}

interface PanelProps {
  readonly relation: Relation;
  readonly from: Span;
  readonly to: Span;
  readonly focus: number;
}

function Panel({ relation, from, to, focus }: PanelProps) {
  const { document, viewing, project } = useSession();
  const [step, setStep] = useState(0);
  const root = useRef<HTMLElement>(null);
  const known = useRef(useBothEnds.getState().asked === null ? focus : focus - 1);
  useEffect(() => {
    // Only when it was asked for by key or menu: a click in the text leaves the keys there.
    if (focus !== known.current) root.current?.querySelector<HTMLElement>('[data-end]')?.focus();
    known.current = focus;
  }, [focus]);
  if (!(document && project)) return null;
  const { text } = document;
  const index = viewing?.index ?? document.index;
  const { relationTypes } = project.schema;
  const number = relationTypes.findIndex(({ name }) => name === relation.type);
  const isSymmetric = relationTypes[number]?.symmetric ?? false;
  const go = (span: Span) => {
    select({ kind: 'span', id: span.id });
    useBothEnds.setState({ asked: relation.id });
    textView()?.reveal(span.id);
    textView()?.focus();
  };
  const around = AROUND[step] ?? AROUND[0];
  const shared = { text, index, schema: project.schema, around, onGo: go };
  return (
    <section
      ref={root}
      className={styles.panel}
      aria-label={`Both ends of ${relation.type}: ${quoteOf(text, from, 40)} → ${quoteOf(text, to, 40)}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        hideBothEnds();
      }}
    >
      <ExcerptButton {...shared} span={from} />
      <div className={`${styles.between} ${relationClass(number)}`}>
        <span className={styles.type}>{relation.type}</span>
        <span className={styles.arrow} aria-hidden="true">
          {isSymmetric ? '↔' : '→'}
        </span>
        <span className="visually-hidden">{isSymmetric ? 'both ways' : 'from left to right'}</span>
        <Button
          look="link"
          onClick={() => setStep((step + 1) % AROUND.length)}
          aria-label={step < AROUND.length - 1 ? 'More text around both ends' : 'Less text'}
        >
          {step < AROUND.length - 1 ? 'More text' : 'Less text'}
        </Button>
      </div>
      <ExcerptButton {...shared} span={to} />
      <IconButton icon="close" label="Close" className={styles.close} onClick={hideBothEnds} />
    </section>
  );
}
