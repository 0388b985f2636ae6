import { resolve } from 'node:path';
import type { MergePlan } from '#api/calls/merge.ts';
import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { type Arguments, type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { type OpenedProject, withProject } from '../open-project.ts';
import { printError, printResult } from '../terminal.ts';
import { mergeLines } from './merge-lines.ts';

/** `glossator merge`: brings other projects, packets and sets into a project. */
export const mergeProjects: Command = {
  name: 'merge',
  usage: 'merge <project> <other>… [options]',
  summary: 'bring other projects, packets or sets into a project',
  help: `
Merges what colleagues send back, or what a program that syncs folders left: project folders, packets
(.glossator), and JSON files of sets. Documents are the same by their id, else by their text; people by their id,
never by their name. Where two changed one annotation differently, what is in <project> stays, and it is listed.
The whole merge is one action, which undo takes back. <project> must not be open in a window.

Options:
  --dry-run              only say what would be done
  --join <theirs=ours>   two ids are one person; may be repeated
  --copies               also merge the conflict copies that lie in the project

Exit code 1 also where there are conflicts, or something was left out.`,
  options: {
    'dry-run': { type: 'boolean' },
    join: { type: 'string', multiple: true },
    copies: { type: 'boolean' },
  },
  async run(args, terminal) {
    const [project, ...others] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (others.length === 0 && !args.has('copies'))
      throw new UsageError('nothing to merge was given.');
    const join = joinOf(args);
    const isDry = args.has('dry-run');
    const paths = others.map((path) => resolve(terminal.cwd, path));
    const mode = isDry ? 'read' : 'write';
    const result = await withProject(terminal, project, mode, (opened) =>
      merge(opened, { paths, join, isDry, withCopies: args.has('copies') }),
    );
    if (!result.ok) {
      printError(terminal, result.error);
      return PROBLEMS;
    }
    const plan = result.value;
    printResult(terminal, plan, mergeLines(plan, isDry));
    return plan.conflicts.length + plan.problems.length === 0 ? FINE : PROBLEMS;
  },
};

interface Wish {
  readonly paths: readonly string[];
  readonly join: Readonly<Record<string, string>>;
  readonly isDry: boolean;
  readonly withCopies: boolean;
}

async function merge(
  { host, session }: OpenedProject,
  { paths, join, isDry, withCopies }: Wish,
): Promise<Result<MergePlan, ApiError>> {
  const stranger = strangerAmong(session, Object.values(join));
  if (stranger !== undefined) {
    const message = `There is no annotator with the id ‘${stranger}’ in this project.`;
    return err({ code: 'not-found', message });
  }
  const copies = withCopies ? await host.endpoints['merge.copies'](null) : ok([]);
  if (!copies.ok) return copies;
  const choice = { others: [...paths, ...copies.value], join, mapping: null };
  return host.endpoints[isDry ? 'merge.plan' : 'merge.apply']({ choice, job: 'merge' });
}

function strangerAmong({ annotators }: ProjectSession, ids: readonly string[]): string | undefined {
  return ids.find((id) => !annotators.some((one) => one.id === id));
}

function joinOf(args: Arguments): Readonly<Record<string, string>> {
  return Object.fromEntries(
    args.all('join').map((given) => {
      const [theirs = '', ours = '', more] = given.split('=');
      if (theirs === '' || ours === '' || more !== undefined)
        throw new UsageError(`--join ‘${given}’ is not of the form theirs=ours.`);
      return [theirs, ours] as const;
    }),
  );
}
