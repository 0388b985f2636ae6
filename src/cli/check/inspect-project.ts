import type { ApiError } from '#api/problem.ts';
import { checkSet } from '#core/check/check-set.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { validateSchema } from '#core/schema/validate.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { errorOf, type Finding } from './finding.ts';
import { ImportedFiles } from './imported-files.ts';
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
  const byDocument = new Map<string, SetKey[]>();
  for (const key of keys)
    byDocument.set(key.documentId, [...(byDocument.get(key.documentId) ?? []), key]);
  const imported = new ImportedFiles(session);
  for (const entry of session.manifest.documents) {
    findings.push(...(await imported.inspect(entry)));
    const text = await session.readText(entry.id);
    if (!text.ok) {
      findings.push(errorOf(text.error));
      continue;
    }
    for (const key of byDocument.get(entry.id) ?? []) {
      findings.push(...(await inspectSet(session, key, text.value)));
    }
  }
  findings.push(...(await findStrayFiles(session)), ...(await imported.strays()));
  return ok({ documents: session.manifest.documents.length, sets: keys.length, findings });
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
