import { join } from 'node:path';
import { type EndpointsOf, requireSession } from '../context.ts';
import type { OwnContext } from '../endpoints/own-context.ts';
import { exists } from '../exports/write-files.ts';
import { folderNameOf } from '../project/create-project.ts';
import { attempt } from '../store/store-error.ts';
import { assign } from './assign.ts';
import { readPacket, writePacketTo } from './unpack-packet.ts';
import { writePackets } from './write-packets.ts';

/** Answers `packet.…`. */
export function packetEndpoints(
  ctx: OwnContext,
): EndpointsOf<'packet.plan' | 'packet.write' | 'packet.look' | 'packet.unpack'> {
  return {
    'packet.plan': async ({ choice }) => {
      const session = requireSession(ctx);
      return session.ok ? attempt(async () => assign(session.value, choice)) : session;
    },
    'packet.write': async ({ choice, target, overwrite, job: name }) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      return ctx.jobs.run(name, (job) =>
        attempt(() =>
          writePackets(session.value, choice, { target, overwrite, job, now: ctx.now }),
        ),
      );
    },
    'packet.look': ({ path }) => attempt(async () => (await readPacket(path)).info),
    // Needs no open project: it makes one.
    'packet.unpack': ({ path, parent, job: name }) =>
      ctx.jobs.run(name, (job) =>
        attempt(async () => {
          const packet = await readPacket(path);
          const home = parent ?? ctx.options.documentsFolder;
          const folder = await freeFolder(home, folderNameOf(packet.name));
          await writePacketTo(packet, path, folder, job.signal);
          return { path: folder };
        }),
      ),
  };
}

/** The first path of that name, or with a number, at which nothing is. */
async function freeFolder(parent: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = join(parent, n === 1 ? name : `${name} ${n}`);
    if (!(await exists(folder))) return folder;
  }
}
