import { createHash } from 'node:crypto';
import type { ApiError } from '#api/problem.ts';
import { checkSet } from '#core/check/check-set.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { validateSchema } from '#core/schema/validate.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { errorOf, type Finding } from './finding.ts';
import { findStrayFiles } from './stray-files.ts';

/** What was looked at, and what is wrong. */
export interface Inspection {
  readonly documents: number;
  readonly sets: number;
  readonly findings: readonly Finding[];
}

/**
 * Reads everything in a project and compares it: files with their hashes, annotations with their texts and
 * with the schema. Mends nothing.
 * @param opening problems that were found when the project was opened.
 */
export async function inspectProject(
  session: ProjectSession,
  opening: readonly Problem[],
): Promise<Result<Inspection, ApiError>> {
  const findings: Finding[] = opening.map(errorOf);
  for (const problem of validateSchema(session.schema)) {
    findings.push({ ...problem, place: { ...problem.place, file: 'schema.json' } });
  }
  const keys = await session.listSets();
  for (const entry of session.manifest.documents) {
    findings.push(...(await inspectSource(session, entry)));
    const text = await session.readText(entry.id);
    if (!text.ok) {
      findings.push(errorOf(text.error));
      continue;
    }
    for (const key of keys.filter(({ documentId }) => documentId === entry.id)) {
      findings.push(...(await inspectSet(session, key, text.value)));
    }
  }
  findings.push(...(await findStrayFiles(session)));
  return ok({ documents: session.manifest.documents.length, sets: keys.length, findings });
}

async function inspectSource(
  session: ProjectSession,
  { id, source }: DocumentEntry,
): Promise<readonly Finding[]> {
  const bytes = await session.readSource(id);
  if (!bytes.ok) return [errorOf(bytes.error)];
  if (createHash('sha256').update(bytes.value).digest('hex') === source.sha256) return [];
  const message =
    'The imported file was changed since. The text and the annotations are not concerned.';
  const place = { file: `documents/${id}/${source.file}` };
  return [{ severity: 'warning', code: 'source-changed', message, place }];
}

async function inspectSet(
  session: ProjectSession,
  key: SetKey,
  text: string,
): Promise<readonly Finding[]> {
  const file = `annotations/${key.documentId}/${key.annotatorId}.json`;
  const set = await session.readSet(key);
  if (!set.ok) return [errorOf({ ...set.error, place: { file, ...set.error.place } })];
  const checked = checkSet(set.value.index, session.schema, text);
  return [...set.value.problems.map(errorOf), ...checked].map((finding) => ({
    ...finding,
    place: { file, ...finding.place },
  }));
}
