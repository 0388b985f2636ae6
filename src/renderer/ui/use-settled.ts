import { useEffect, useState } from 'react';

/**
 * The value, once it has been the same for that many milliseconds; until then the one before. For what
 * takes long to draw, and need not follow each single edit.
 * @param pause 0 for at once.
 */
export function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (pause === 0) return;
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return pause === 0 ? value : settled;
}
