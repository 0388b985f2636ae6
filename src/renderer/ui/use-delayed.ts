import { useEffect, useState } from 'react';

/**
 * True once `value` has been true for that many milliseconds without a break: for signs of waiting that
 * must not flicker when the wait is short.
 */
export function useDelayed(value: boolean, milliseconds: number): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (!value) return;
    const timer = setTimeout(() => setDue(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setDue(false);
    };
  }, [value, milliseconds]);
  return value && isDue;
}
