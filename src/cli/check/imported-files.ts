import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentEntry } from '#core/model/document.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { errorOf, type Finding } from './finding.ts';

/**
 * Compares imported files with their hashes, and reads what they say of their documents. Files that
 * documents share are read once.
 */
export class ImportedFiles {
  readonly #session: ProjectSession;
  /** Names in `sources` that some document refers to. */
  readonly #known = new Set<string>();

  constructor(session: ProjectSession) {
    this.#session = session;
  }

  /** What is wrong with the imported files of a document. */
  async inspect({ id, source }: DocumentEntry): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    if (source.file.includes('/'))
      findings.push(...(await this.#shared(source.file, source.sha256)));
    else {
      const bytes = await this.#session.readSource(id);
      if (!bytes.ok) findings.push(errorOf(bytes.error));
      else if (hashOf(bytes.value) !== source.sha256)
        findings.push(changed(`documents/${id}/${source.file}`));
    }
    const details = await this.#session.readDetails(id);
    if (!details.ok) return [...findings, errorOf(details.error)];
    for (const { file, sha256 } of details.value.files ?? [])
      findings.push(...(await this.#shared(file, sha256)));
    return findings;
  }

  /** Kept files that no document refers to; asked once all documents were inspected. */
  async strays(): Promise<readonly Finding[]> {
    for (const { document } of this.#session.manifest.trash) {
      const details = await this.#session.readDetails(document.id);
      this.#known.add(document.source.file);
      for (const { file } of (details.ok && details.value.files) || []) this.#known.add(file);
    }
    const names = await readdir(join(this.#session.folder, 'sources')).catch((): string[] => []);
    return names.sort().flatMap((name): Finding[] => {
      const file = `sources/${name}`;
      if (name.startsWith('.') || this.#known.has(file)) return [];
      const message = 'No document was made of this imported file.';
      return [{ severity: 'warning', code: 'stray-file', message, place: { file } }];
    });
  }

  async #shared(file: string, sha256: string): Promise<readonly Finding[]> {
    if (this.#known.has(file)) return [];
    this.#known.add(file);
    const bytes = await readFile(join(this.#session.folder, file)).catch(() => null);
    if (bytes === null) {
      const message = `${file} is missing, an imported file that documents were made of. The texts and annotations are not concerned.`;
      return [{ severity: 'warning', code: 'source-missing', message, place: { file } }];
    }
    return hashOf(bytes) === sha256 ? [] : [changed(file)];
  }
}

function changed(file: string): Finding {
  const message =
    'The imported file was changed since. The text and the annotations are not concerned.';
  return { severity: 'warning', code: 'source-changed', message, place: { file } };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
