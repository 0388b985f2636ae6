import { alphaU1995 } from '#core/agreement/unitizing/alpha-u-1995.ts';
import { uAlpha2016 } from '#core/agreement/unitizing/u-alpha-2016.ts';
import type { Units } from '#core/agreement/unitizing/unit.ts';
import { type Case, spanInput } from './cases.ts';

/** The units of a case, one list per annotator. */
export function unitsOf(annotators: ReturnType<typeof spanInput.parse>['annotators']): Units[] {
  return Object.values(annotators).map((spans) =>
    spans.flatMap((span) =>
      'fragments' in span
        ? span.fragments.map(([start, end]) => ({ start, end, label: span.label }))
        : [span],
    ),
  );
}

/** The unitizing measures of the cases. */
export const UNITIZING: Readonly<Record<string, (given: Case) => unknown>> = {
  krippendorff_alpha_u_1995: (given) => {
    const { annotators, length = 0 } = spanInput.parse(given.input);
    const found = alphaU1995(unitsOf(annotators), length);
    if (!found.ok) return { error: found.error.message };
    const labels = [...found.value.perLabel].map(([label, { observed, expected, alpha }]) => [
      label,
      { do: observed, de: expected, alpha },
    ]);
    return { alpha_u: found.value.value, per_label: Object.fromEntries(labels) };
  },
  krippendorff_u_alpha_family_2016: (given) => {
    const { annotators, length = 0 } = spanInput.parse(given.input);
    const found = uAlpha2016(unitsOf(annotators), length);
    if (!found.ok) return { error: found.error.message };
    const { uAlpha, binary, coded, codedCoverage, perLabel } = found.value;
    return {
      u_alpha: uAlpha,
      u_alpha_binary: binary,
      cu_alpha: coded,
      cu_coverage: codedCoverage,
      per_label: Object.fromEntries(perLabel ?? []),
    };
  },
};
