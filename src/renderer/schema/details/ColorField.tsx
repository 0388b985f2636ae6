import { useEffect, useRef, useState } from 'react';
import { PALETTE } from '../edits/new-type.ts';
import styles from './fields.module.css';

interface ColorFieldProps {
  /** `#rrggbb`. */
  readonly value: string;
  readonly onColor: (color: string) => void;
}

/** Milliseconds after which a colour that is being mixed counts as chosen. */
const PAUSE = 500;

/** The colour of a type: one of the palette, or any. */
export function ColorField({ value, onColor }: ColorFieldProps) {
  const [mixing, setMixing] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const mix = (color: string) => {
    setMixing(color);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setMixing(null);
      if (color !== value) onColor(color);
    }, PAUSE);
  };
  return (
    <fieldset className={styles.colors}>
      <legend className={styles.legend}>Colour</legend>
      {PALETTE.map((color) => (
        <button
          key={color}
          type="button"
          className={styles.color}
          style={{ '--color': color }}
          aria-label={`Colour ${color}`}
          aria-pressed={color === value.toLowerCase()}
          onClick={() => color !== value && onColor(color)}
        />
      ))}
      <input
        type="color"
        className={styles.anyColor}
        aria-label="Any colour"
        title="Any colour"
        value={mixing ?? value}
        onChange={(event) => mix(event.target.value)}
      />
    </fieldset>
  );
}
