import type { Args, HostCalls, Method } from '#api/contract.ts';
import type { HostEndpoints } from '#api/endpoints.ts';
import { err } from '#core/result.ts';
import type { GrantedPaths } from './granted-paths.ts';

/** Where the arguments of calls hold paths. A call that is not listed takes none. */
const PATHS: { readonly [M in Method]?: (args: Args<M>) => readonly string[] } = {
  'agreement.write': ({ target }) => [target],
  'export.figure': ({ target }) => [target],
  'export.write': ({ target }) => [target],
  'import.look': ({ paths }) => paths,
  'merge.apply': ({ choice }) => choice.others,
  'merge.plan': ({ choice }) => choice.others,
  'packet.look': ({ path }) => [path],
  'packet.unpack': ({ path, parent }) => (parent === undefined ? [path] : [path, parent]),
  'packet.write': ({ target }) => [target],
  'project.create': ({ parent }) => (parent === undefined ? [] : [parent]),
  'project.open': ({ path }) => [path],
  'schema.readFile': ({ path }) => [path],
  'schema.writeFile': ({ path }) => [path],
};

/** Puts a check before the host: a path that nobody chose is refused, and nothing is run. */
export function guardPaths(endpoints: HostEndpoints, granted: GrantedPaths): HostEndpoints {
  const guard = <M extends keyof HostCalls>(method: M): HostEndpoints[M] => {
    const run = endpoints[method];
    const pathsOf = PATHS[method];
    if (!pathsOf) return run;
    const guarded = async (args: Args<M>) => {
      const stranger = pathsOf(args).find((path) => !granted.has(path));
      if (stranger === undefined) return run(args);
      return err({
        code: 'refused' as const,
        message:
          'Glossator uses only files and folders that you have chosen. Choose this one first.',
        place: { file: stranger },
      });
    };
    return guarded as HostEndpoints[M];
  };
  const methods = Object.keys(endpoints) as (keyof HostCalls)[];
  return Object.fromEntries(
    methods.map((method) => [method, guard(method)]),
  ) as unknown as HostEndpoints;
}
