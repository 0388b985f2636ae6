import type { AgreementCalls } from '#api/calls/agreement.ts';
import type { ApiError } from '#api/problem.ts';
import { methodsParagraph } from '#core/agreement/survey/methods-paragraph.ts';
import type { AgreementReport } from '#core/agreement/survey/report.ts';
import { reportTable } from '#core/agreement/survey/report-table.ts';

type Format = Parameters<AgreementCalls['agreement.write']>[0]['format'];

/** The figures in one of the forms in which they can be taken along. Annotators and documents by their names. */
export function reportText(report: AgreementReport, format: Format): string {
  if (format === 'methods') return methodsParagraph(report);
  return format === 'csv' ? reportTable(report) : `${JSON.stringify(report, null, 2)}\n`;
}

/** Refuses what cannot be compared. */
export function requireTwo(annotators: readonly string[]): ApiError | null {
  if (new Set(annotators).size === annotators.length && annotators.length >= 2) return null;
  return {
    code: 'refused',
    message: 'Agreement takes two annotators at least. Choose another one.',
  };
}
