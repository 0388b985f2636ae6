import type { ExportPreview, ExportRequest, ExportSummary } from '#api/calls/exports.ts';
import { call } from '../state/client.ts';
import { runJob } from '../state/jobs.ts';

/** What came of trying to export. */
export type Outcome =
  | { readonly state: 'done'; readonly summary: ExportSummary }
  /** Files stand in the way; `message` says which. */
  | { readonly state: 'exists'; readonly target: string; readonly message: string }
  | { readonly state: 'failed'; readonly message: string }
  /** The person changed their mind. */
  | { readonly state: 'stopped' };

/** What may be replaced without asking again. */
export type Agreed = 'nothing' | 'target' | 'all';

/** Whether the export is one file, to which the person can give a name. */
export function isOneFile({ fileCount, parts }: ExportPreview): boolean {
  return fileCount === 1 && parts.length === 0;
}

/** Lets the person say where to write: a file where there is one, else a folder. */
export async function chooseTarget(preview: ExportPreview): Promise<string | Outcome> {
  const [name] = preview.files;
  const chosen = await call(
    'app.choose',
    isOneFile(preview) && name !== undefined
      ? { purpose: 'export-file', suggestedName: name }
      : { purpose: 'export-folder' },
  );
  if (!chosen.ok) return { state: 'failed', message: chosen.error.message };
  return chosen.value[0] ?? { state: 'stopped' };
}

/** Writes whole or not at all. */
export async function writeExport(
  request: ExportRequest,
  target: string,
  agreed: Agreed,
): Promise<Outcome> {
  const may = { overwrite: agreed === 'all', overwriteTarget: agreed === 'target' };
  const written = await runJob('Exporting', 'export', (job) =>
    call('export.write', { ...request, target, ...may, job }),
  );
  if (written.ok) return { state: 'done', summary: written.value };
  const { code, message } = written.error;
  if (code === 'exists') return { state: 'exists', target, message };
  return code === 'cancelled' ? { state: 'stopped' } : { state: 'failed', message };
}
