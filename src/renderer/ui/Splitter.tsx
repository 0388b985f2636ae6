import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './Splitter.module.css';

interface SplitterProps {
  /** Accessible name: `Width of the documents pane`. */
  readonly label: string;
  /** Width of the pane it belongs to, in CSS pixels. */
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** The pane lies to the right of the splitter. */
  readonly isRight?: boolean;
  /** Called while it moves. */
  readonly onWidth: (width: number) => void;
  /** Called when it comes to rest. */
  readonly onRest: (width: number) => void;
}

const STEP = 16;

/** A line between panes that can be moved by pointer and arrow keys. */
export function Splitter(props: SplitterProps) {
  const { label, width, min, max, isRight = false, onWidth, onRest } = props;
  const start = useRef<{ x: number; width: number } | null>(null);
  const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));
  const sign = isRight ? -1 : 1;

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (start.current)
      onWidth(clamp(start.current.width + sign * (event.clientX - start.current.x)));
  };
  const onPointerUp = () => {
    if (start.current) onRest(width);
    start.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: STEP * sign, ArrowLeft: -STEP * sign }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onRest(clamp(width + step));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved.
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={min}
      aria-valuemax={Math.round(max)}
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}
