import type { AgreementSpan } from '../agreement-span.ts';
import type { Units } from '../unitizing/unit.ts';

/** Spans as units of a continuum; each piece of a discontinuous span is one. */
export function unitsOf(spans: readonly AgreementSpan[]): Units {
  return spans.flatMap(({ ranges, label }) =>
    ranges.map(({ start, end }) => ({ start, end, label })),
  );
}
