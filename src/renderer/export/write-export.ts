import type { ExportPreview, ExportRequest } from '#api/calls/exports.ts';
import { call } from '../state/client.ts';
import { runJob } from '../state/jobs.ts';

/** What came of trying to export. */
export type Outcome =
  | {
      readonly state: 'done';
      readonly files: readonly string[];
      readonly spans: number;
      readonly relations: number;
    }
  /** Files stand in the way; `message` says which. */
  | { readonly state: 'exists'; readonly target: string; readonly message: string }
  | { readonly state: 'failed'; readonly message: string }
  /** The person changed their mind. */
  | { readonly state: 'stopped' };

/** Lets the person say where to write: a file where there is one, else a folder. */
export async function chooseTarget(preview: ExportPreview): Promise<string | Outcome> {
  const [name] = preview.files;
  const isOne = preview.fileCount === 1 && name !== undefined;
  const chosen = await call(
    'app.choose',
    isOne ? { purpose: 'export-file', suggestedName: name } : { purpose: 'export-folder' },
  );
  if (!chosen.ok) return { state: 'failed', message: chosen.error.message };
  return chosen.value[0] ?? { state: 'stopped' };
}

/** Writes whole or not at all. */
export async function writeExport(
  request: ExportRequest,
  target: string,
  overwrite: boolean,
): Promise<Outcome> {
  const written = await runJob('Exporting', 'export', (job) =>
    call('export.write', { ...request, target, overwrite, job }),
  );
  if (written.ok) return { state: 'done', ...written.value };
  const { code, message } = written.error;
  if (code === 'exists') return { state: 'exists', target, message };
  return code === 'cancelled' ? { state: 'stopped' } : { state: 'failed', message };
}
