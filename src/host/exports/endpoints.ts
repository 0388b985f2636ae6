import type { FormatInfo } from '#api/calls/exports.ts';
import type { Format } from '#core/formats/format.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { ok } from '#core/result.ts';
import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import { placesOfLoss } from './places.ts';
import { previewExport } from './preview.ts';
import { writeExport } from './write-export.ts';
import { writeFigure } from './write-figure.ts';

/** Answers the calls that take data out. */
export function exportEndpoints(
  ctx: HostContext,
): EndpointsOf<
  'export.figure' | 'export.formats' | 'export.places' | 'export.preview' | 'export.write'
> {
  return {
    'export.figure': writeFigure,
    'export.formats': async () => ok(FORMATS.filter((format) => format.write).map(infoOf)),
    'export.places': async (request) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      return ctx.jobs.run(request.job, (job) => placesOfLoss(session.value, request, job));
    },
    'export.preview': async (request) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      return ctx.jobs.run(request.job, (job) => previewExport(session.value, request, job));
    },
    'export.write': async (request) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      return ctx.jobs.run(request.job, (job) => writeExport(session.value, request, job));
    },
  };
}

function infoOf(format: Format): FormatInfo {
  const { id, name, description, extensions, unit, versions, loses, options } = format;
  return { id, name, description, extensions, unit, versions, loses, options };
}
