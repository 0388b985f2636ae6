import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PacketChoice } from '#api/calls/packets.ts';
import type { ApiError } from '#api/problem.ts';
import type { Annotator } from '#core/model/annotator.ts';
import { makeId } from '#core/model/ids.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { type Arguments, type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { type OpenedProject, withProject } from '../open-project.ts';
import { count, printError, printResult } from '../terminal.ts';

/** `glossator packet`: work for colleagues, or work that is sent back. */
export const packet: Command = {
  name: 'packet',
  usage: 'packet <project> <out> [options]',
  summary: 'pack documents for colleagues, or work to send back',
  help: `
Writes a .glossator file with documents, schema, guidelines, and who is to work on what. Without --annotator it
has everything: what a colleague sends back. The project may be open in a window.

Options:
  --annotator <name>   whom it is for, by name or id; may be repeated. A new name becomes a new annotator
  --document <name>    these documents only, by name or id; may be repeated
  --separate           a packet for each annotator, in the folder <out>; else one for all
  --split              share the documents out evenly: each goes to one annotator
  --each <k>           each document goes to k annotators (else to all)
  --overlap <n>        so many documents go to everybody, to measure agreement
  --shuffle            everybody has an order of their own
  --seed <n>           the same seed gives the same assignment (else 1)
  --blind              the work of others is left out
  --correct <name>     they start from the sets of this annotator
  --guidelines <file>  text for those who annotate
  --overwrite          write over files that are there`,
  options: {
    annotator: { type: 'string', multiple: true },
    document: { type: 'string', multiple: true },
    separate: { type: 'boolean' },
    split: { type: 'boolean' },
    each: { type: 'string' },
    overlap: { type: 'string' },
    shuffle: { type: 'boolean' },
    seed: { type: 'string' },
    blind: { type: 'boolean' },
    correct: { type: 'string' },
    guidelines: { type: 'string' },
    overwrite: { type: 'boolean' },
  },
  async run(args, terminal) {
    const [project, out, extra] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (out === undefined) throw new UsageError('no file for the packet was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    if (args.has('split') && args.has('each'))
      throw new UsageError('--split and --each do not go together.');
    if (args.has('separate') && args.all('annotator').length === 0)
      throw new UsageError('--separate needs --annotator.');
    const target = resolve(terminal.cwd, out);
    const numbers = numbersOf(args);
    const result = await withProject(terminal, project, 'read', async (opened) => {
      const choice = await choiceOf(opened.session, args, numbers, terminal.cwd);
      return choice.ok ? write(opened, choice.value, target, args.has('overwrite')) : choice;
    });
    if (!result.ok) {
      printError(terminal, result.error);
      return PROBLEMS;
    }
    const { paths, assignments } = result.value;
    printResult(terminal, result.value, [
      ...assignments.map(
        ({ name, documents }) => `${name}: ${count(documents.length, 'document')}`,
      ),
      ...paths.map((path) => `Wrote ${path}`),
    ]);
    return FINE;
  },
};

type Numbers = Pick<PacketChoice, 'each' | 'overlap' | 'seed'>;

function numbersOf(args: Arguments): Numbers {
  const number = (option: string, least: number): number | undefined => {
    const given = args.one(option);
    if (given === undefined) return undefined;
    const value = Number(given);
    if (/^\d+$/u.test(given) && value >= least && value <= 100_000) return value;
    throw new UsageError(`--${option} ‘${given}’ is not a whole number of ${least} or more.`);
  };
  return {
    each: args.has('split') ? 1 : (number('each', 1) ?? null),
    overlap: number('overlap', 0) ?? 0,
    seed: number('seed', 0) ?? 1,
  };
}

async function choiceOf(
  session: ProjectSession,
  args: Arguments,
  numbers: Numbers,
  cwd: string,
): Promise<Result<PacketChoice, ApiError>> {
  const documents: string[] = [];
  for (const name of args.all('document')) {
    const found = session.manifest.documents.filter((one) => one.id === name || one.name === name);
    if (found.length === 0) return unknown('document', name);
    documents.push(...found.map(({ id }) => id));
  }
  await session.listSets(); // everybody who has a set is known then
  const annotators: Annotator[] = [];
  for (const name of args.all('annotator')) {
    const found = annotatorOf(session, name);
    if (!found.ok) return found;
    annotators.push(found.value ?? { id: newId(name), name });
  }
  const given = args.one('correct');
  const correct = given === undefined ? ok(undefined) : annotatorOf(session, given);
  if (!correct.ok) return correct;
  if (given !== undefined && !correct.value) return unknown('annotator', given);
  const guidelines = await textOf(args.one('guidelines'), cwd);
  if (!guidelines.ok) return guidelines;
  return ok({
    ...{ documents, annotators, ...numbers, guidelines: guidelines.value },
    order: args.has('shuffle') ? 'shuffled' : 'given',
    ...{ blind: args.has('blind'), correct: correct.value?.id ?? null },
    separate: args.has('separate'),
  });
}

/** By id, else by name; fails where two have the name. */
function annotatorOf(
  { annotators }: ProjectSession,
  name: string,
): Result<Annotator | undefined, ApiError> {
  const byId = annotators.find(({ id }) => id === name);
  const byName = annotators.filter((one) => one.name === name);
  if (byId || byName.length < 2) return ok(byId ?? byName[0]);
  const ids = byName.map(({ id }) => id).join(', ');
  const message = `Several annotators are called ‘${name}’. Give one of their ids: ${ids}.`;
  return err({ code: 'refused', message });
}

function newId(name: string): string {
  const stem = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-');
  return makeId(`${stem.replace(/^-+|-+$/gu, '').slice(0, 40) || 'annotator'}-`, Math.random, 4);
}

async function textOf(path: string | undefined, cwd: string): Promise<Result<string, ApiError>> {
  if (path === undefined) return ok('');
  const file = resolve(cwd, path);
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch {
    const message = `The guidelines cannot be read as UTF-8 text: ${file}.`;
    return err({ code: 'invalid-file', message, place: { file } });
  }
}

function unknown(what: string, name: string): Result<never, ApiError> {
  return err({ code: 'not-found', message: `There is no ${what} ‘${name}’ in this project.` });
}

async function write(
  { host }: OpenedProject,
  choice: PacketChoice,
  target: string,
  overwrite: boolean,
) {
  const plan = await host.endpoints['packet.plan']({ choice });
  if (!plan.ok) return plan;
  const paths = await host.endpoints['packet.write']({ choice, target, overwrite, job: 'packet' });
  if (!paths.ok) return paths;
  const assignments = plan.value.map(({ annotatorId, documents }) => ({
    annotatorId,
    name: choice.annotators.find(({ id }) => id === annotatorId)?.name ?? annotatorId,
    documents,
  }));
  return ok({ paths: paths.value, assignments });
}
