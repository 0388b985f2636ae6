import { resolve } from 'node:path';
import type { AgreementRequest } from '#api/calls/agreement.ts';
import type { ApiError } from '#api/problem.ts';
import { SPAN_RULES, type SpanRule } from '#core/agreement/spans/span-counts.ts';
import { methodsParagraph } from '#core/agreement/survey/methods-paragraph.ts';
import type { AgreementReport } from '#core/agreement/survey/report.ts';
import { reportTable } from '#core/agreement/survey/report-table.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { type Arguments, type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { named } from '../named.ts';
import { type OpenedProject, withProject } from '../open-project.ts';
import { printError, printResult } from '../terminal.ts';
import { agreementLines } from './agreement-lines.ts';

/** `glossator agree`: how far annotators agree. */
export const agree: Command = {
  name: 'agree',
  usage: 'agree <project> [options]',
  summary: 'measure agreement between annotators',
  help: `
Measures how far annotators agree on spans, relations and document labels, over the documents that they worked
on in common. The figures are those of the window’s agreement page. The project may be open in a window.

Options:
  --annotator <name>   compare these only, by name or id; may be repeated (else all)
  --document <name>    these documents only, by name or id; may be repeated
  --type <name>        spans of these types only; may be repeated
  --rule <name>        how spans are matched: ${SPAN_RULES.join(', ')}
                       (else exact)
  --replicates <n>     of the bootstrap over documents (else 1000; 0: no intervals)
  --seed <n>           of the bootstrap (else 1)
  --as <form>          text, csv, or methods: a paragraph for a paper with its references (else text)`,
  options: {
    annotator: { type: 'string', multiple: true },
    document: { type: 'string', multiple: true },
    type: { type: 'string', multiple: true },
    rule: { type: 'string' },
    replicates: { type: 'string' },
    seed: { type: 'string' },
    as: { type: 'string' },
  },
  async run(args, terminal) {
    const [project, extra] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const form = formOf(args);
    const figures = figuresOf(args);
    const path = resolve(terminal.cwd, project);
    const result = await withProject(terminal, path, 'read', async (opened) =>
      measure(opened, args, figures),
    );
    if (!result.ok) {
      printError(terminal, result.error);
      return PROBLEMS;
    }
    const { report, names } = result.value;
    if (terminal.json || form === 'text') {
      printResult(terminal, report, agreementLines(report, names));
    } else terminal.out(form === 'csv' ? reportTable(report) : methodsParagraph(report));
    return FINE;
  },
};

function formOf(args: Arguments): 'text' | 'csv' | 'methods' {
  const form = args.one('as') ?? 'text';
  if (form === 'text' || form === 'csv' || form === 'methods') return form;
  throw new UsageError(`--as can be text, csv or methods, not ‘${form}’.`);
}

type Figures = Pick<AgreementRequest, 'rule' | 'replicates' | 'seed' | 'level' | 'entityTypes'>;

function figuresOf(args: Arguments): Figures {
  const given = args.one('rule') ?? 'exact';
  const rule = SPAN_RULES.find((each) => each === given);
  if (!rule) throw new UsageError(`--rule can be ${SPAN_RULES.join(', ')}, not ‘${given}’.`);
  const types = args.all('type');
  return {
    rule: rule satisfies SpanRule,
    replicates: whole(args, 'replicates', 1_000, 10_000),
    seed: whole(args, 'seed', 1, 4_294_967_295),
    level: 0.95,
    entityTypes: types.length === 0 ? null : types,
  };
}

function whole(args: Arguments, option: string, otherwise: number, most: number): number {
  const given = args.one(option);
  if (given === undefined) return otherwise;
  const value = /^\d+$/u.test(given) ? Number(given) : Number.NaN;
  if (value <= most) return value;
  throw new UsageError(`--${option} takes a whole number up to ${most}, not ‘${given}’.`);
}

async function measure(
  { host, session }: OpenedProject,
  args: Arguments,
  figures: Figures,
): Promise<Result<{ report: AgreementReport; names: ReadonlyMap<string, string> }, ApiError>> {
  const annotators = await annotatorsOf(session, args.all('annotator'));
  if (!annotators.ok) return annotators;
  const documents = named('document', session.manifest.documents, args.all('document'));
  if (!documents.ok) return documents;
  const report = await host.endpoints['agreement.run']({
    ...figures,
    annotators: annotators.value.map(({ id }) => id),
    documents: documents.value.map(({ id }) => id),
    relationTypes: null,
    job: 'agree',
  });
  if (!report.ok) return report;
  return ok({
    report: report.value,
    names: new Map(session.annotators.map((a) => [a.id, a.name])),
  });
}

/** Those asked for; else all who have a set. */
async function annotatorsOf(
  session: ProjectSession,
  wanted: readonly string[],
): Promise<Result<readonly Annotator[], ApiError>> {
  if (wanted.length > 0) return named('annotator', session.annotators, wanted);
  const present = new Set((await session.listSets()).map(({ annotatorId }) => annotatorId));
  return ok(session.annotators.filter(({ id }) => present.has(id)));
}
