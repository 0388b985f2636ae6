import { RELATION_DEFINITIONS, SPAN_DEFINITIONS } from '#core/agreement/definitions.ts';
import { RELATION_RULES } from '#core/agreement/relations/relation-counts.ts';
import { SPAN_RULES } from '#core/agreement/spans/span-counts.ts';
import type { AgreementReport, NamedCoefficient } from '#core/agreement/survey/report.ts';

const WIDTH = 28;
const COLUMN = 12;

/** The report as tables of text, for a terminal. */
export function agreementLines(
  report: AgreementReport,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const { headline, pairs, perType, tokens, documentLabels, leftOut } = report;
  const nameOf = (id: string) => names.get(id) ?? id;
  const { interval } = headline;
  const between = interval
    ? ` [${figure(interval.lower)}, ${figure(interval.upper)}] at ${Math.round(headline.level * 100)} %`
    : '';
  return [
    `Mean F1 of spans (${SPAN_DEFINITIONS[report.rule].name.toLowerCase()}): ${figure(headline.f1)}${between}`,
    `${report.annotators.map(nameOf).join(', ')}; documents in common: ${report.documents}`,
    ...pairs.flatMap((pair) => [
      '',
      `${nameOf(pair.first)} and ${nameOf(pair.second)} (documents: ${pair.documents})`,
      row('', ['F1', 'precision', 'recall', 'matches', 'first', 'second']),
      ...SPAN_RULES.map((rule) =>
        scores(`spans, ${SPAN_DEFINITIONS[rule].name}`, pair.spans[rule]),
      ),
      scores('characters', pair.characters),
      scores('tokens', pair.tokens),
      ...RELATION_RULES.map((rule) =>
        scores(`relations, ${RELATION_DEFINITIONS[rule].name}`, pair.relations[rule]),
      ),
    ]),
    ...section(
      'By type',
      perType.map((type) => scores(type.label, type)),
    ),
    ...section(`Tokens (${tokens.count.toLocaleString('en')})`, coefficients(tokens.all)),
    ...section(
      `Tokens that somebody marked (${tokens.annotated.toLocaleString('en')})`,
      coefficients(tokens.annotatedOnly),
    ),
    ...documentLabels.flatMap(({ name, coefficients: all }) =>
      section(`Document label ‘${name}’`, coefficients(all)),
    ),
    ...section(
      'Left out',
      leftOut.map(({ what, count, why }) => `${what}: ${count.toLocaleString('en')}. ${why}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

type Scored = AgreementReport['pairs'][number]['tokens'];

function scores(name: string, { f1, precision, recall, matches, first, second }: Scored): string {
  const counts = [matches, first, second].map((count) => count.toLocaleString('en'));
  return row(name, [figure(f1), figure(precision), figure(recall), ...counts]);
}

const COEFFICIENTS: Readonly<Record<NamedCoefficient['name'], string>> = {
  alpha: 'Krippendorff’s alpha',
  cohen: 'Cohen’s kappa',
  scott: 'Scott’s pi',
  fleiss: 'Fleiss’ kappa',
};

function coefficients(all: readonly NamedCoefficient[]): readonly string[] {
  return all.map(({ name, value, why }) => {
    const reason = value === null && why ? `  (${why})` : '';
    return `${row(COEFFICIENTS[name], [figure(value)])}${reason}`;
  });
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(WIDTH)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`;
}

/** `0.7321`; a dash where the figure is not defined. */
function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(4);
}
