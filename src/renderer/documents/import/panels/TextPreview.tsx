import { useMemo } from 'react';
import type { ImportPreview, PreviewDocument } from '#api/calls/imports.ts';
import type { EntityType } from '#core/model/schema.ts';
import { Swatch } from '../../../labels/Swatch.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useDelayed } from '../../../ui/use-delayed.ts';
import type { Taken } from '../choice.ts';
import { withCopy } from '../choice.ts';
import { choose } from '../store.ts';
import styles from './TextPreview.module.css';
import { type Piece, piecesOf } from './text-pieces.ts';
import { useText } from './use-text.ts';

interface TextPreviewProps {
  readonly document: PreviewDocument;
  readonly preview: ImportPreview;
  readonly taken: Taken;
}

/** The beginning of a document as it would come in: its text with spans and headings, and its metadata. */
export function TextPreview({ document, preview, taken }: TextPreviewProps) {
  const { text: read, error, isReading } = useText(document.key, preview);
  const isSlow = useDelayed(isReading, 250);
  const pieces = useMemo(() => (read ? piecesOf(read) : []), [read]);
  const colors = useMemo(() => colorsOf(preview.schema.entityTypes), [preview.schema]);
  const types = [...new Set(read?.spans.map(({ type }) => type))];
  const metadata = Object.entries(read?.metadata ?? {});
  return (
    <section className={styles.preview} aria-label={`Preview of ${document.name}`}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <bdi>{document.name}</bdi>
        </h3>
        <span className={styles.reading} role="status">
          {isSlow ? 'Reading…' : ''}
        </span>
      </header>
      {document.same === null ? null : (
        <Checkbox
          checked={taken.copies.has(document.key)}
          onChecked={(isCopy) => choose((choice) => withCopy(choice, document.key, isCopy))}
        >
          Add it as a document of its own all the same
        </Checkbox>
      )}
      {error === null ? null : (
        <p className={styles.problem} role="alert">
          {error}
        </p>
      )}
      {types.length > 0 ? (
        <ul className={styles.legend} aria-label="Types in this text">
          {types.map((type) => (
            <li key={type}>
              <Swatch color={colors.get(type) ?? UNKNOWN} /> {type}
            </li>
          ))}
        </ul>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with keys */}
      <div className={styles.text} role="document" aria-label="Text" tabIndex={0} dir="auto">
        {pieces.map((piece) => (
          <PieceView key={piece.start} piece={piece} colors={colors} />
        ))}
        {read?.text === '' ? <p className={styles.soft}>This document is empty.</p> : null}
        {read?.isCut ? (
          <p className={styles.soft}>… and so on: only the beginning is shown.</p>
        ) : null}
      </div>
      {metadata.length > 0 ? (
        <dl className={styles.metadata} aria-label="About this document">
          {metadata.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd title={value}>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}

const UNKNOWN = '#888888';

const colorsOf = (types: readonly EntityType[]): ReadonlyMap<string, string> =>
  new Map(types.map(({ name, color }) => [name, color]));

interface PieceViewProps {
  readonly piece: Piece;
  readonly colors: ReadonlyMap<string, string>;
}

/** A stretch of text under the same spans; the innermost gives the colour. */
function PieceView({ piece, colors }: PieceViewProps) {
  const { text, types, ends, heading } = piece;
  const inner = types.at(-1);
  const words = heading ? <strong className={styles.heading}>{text}</strong> : text;
  if (inner === undefined) return words;
  return (
    <mark
      className={styles.span}
      title={types.join(', ')}
      data-type={inner}
      data-many={types.length > 1}
      style={{ '--swatch': colors.get(inner) ?? UNKNOWN }}
    >
      {words}
      {ends.map((type) => (
        <span
          key={type}
          className={styles.type}
          style={{ '--swatch': colors.get(type) ?? UNKNOWN }}
        >
          {type}
        </span>
      ))}
    </mark>
  );
}
