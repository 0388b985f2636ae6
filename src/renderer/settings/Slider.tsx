import { useEffect, useId, useRef, useState } from 'react';
import styles from './SettingsDialog.module.css';

interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value as people read it. */
  readonly format: (value: number) => string;
  readonly onValue: (value: number) => void;
}

/** Milliseconds between two values that are told while the slider moves. */
const PAUSE = 60;

/** A number between two others, by pointer or arrow keys. */
export function Slider({ label, min, max, step, value, format, onValue }: SliderProps) {
  const id = useId();
  const [moving, setMoving] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const waiting = useRef<(() => void) | null>(null);
  // A value that was not told yet is told when the slider goes.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      waiting.current?.();
    },
    [],
  );
  const shown = moving ?? value;
  const move = (next: number) => {
    // Steps of 0.1 must not come out as 1.7000000000000002.
    const rounded = Math.round(next * 100) / 100;
    setMoving(rounded);
    clearTimeout(timer.current);
    waiting.current = () => onValue(rounded);
    timer.current = setTimeout(() => {
      waiting.current = null;
      setMoving(null);
      onValue(rounded);
    }, PAUSE);
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.name}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={min}
        max={max}
        step={step}
        value={shown}
        aria-valuetext={format(shown)}
        onChange={(event) => move(event.target.valueAsNumber)}
      />
      <span className={styles.value}>{format(shown)}</span>
    </div>
  );
}
