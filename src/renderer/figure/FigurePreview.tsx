import { useEffect, useState } from 'react';
import styles from './FigureDialog.module.css';
import type { MadeFigure } from './make-figure.ts';

/** The figure as it will be, on white as on paper. */
export function FigurePreview({ made }: { readonly made: MadeFigure }) {
  const [address, setAddress] = useState<string | null>(null);
  const { svg, figure, hasOtherScripts } = made;
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  const { width, height } = figure;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
    <section className={styles.preview} aria-label="Preview" tabIndex={0}>
      {address === null ? null : (
        <img
          className={styles.paper}
          src={address}
          width={width}
          height={height}
          alt="The figure as it will be written"
        />
      )}
      <p className={styles.measures}>
        {width} × {height} pixels; PNG has twice as many
      </p>
      {hasOtherScripts ? (
        <p className={styles.measures}>
          Some characters are not in the fonts that the figure brings along; SVG and HTML show them
          in a font of the reader’s computer.
        </p>
      ) : null}
    </section>
  );
}
