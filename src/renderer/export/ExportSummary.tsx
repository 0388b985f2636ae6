import type { ExportSummary as Summary } from '#api/calls/exports.ts';
import { lossWords } from '#core/formats/losses.ts';
import { plural } from '../inspector/words.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ExportDialog.module.css';

/** Names of files that are shown. */
const NAMES = 12;

/** Exactly what was written. */
export function ExportSummary({ summary }: { readonly summary: Summary }) {
  const { files, documents, spans, relations, parts, leftOut, losses } = summary;
  const nameOf = (path: string) => path.split(/[\\/]/u).at(-1) ?? path;
  // Types are no records, which alone are kept apart.
  const lost = leftOut ? losses.filter(({ what }) => what === 'type definitions') : losses;
  const folder = commonFolder(files);
  return (
    <section className={styles.summary} aria-label="What was written">
      <h3 className={styles.good}>
        <Icon name="check" /> Written
      </h3>
      <dl className={styles.facts}>
        <dt>Documents</dt>
        <dd>{documents.toLocaleString()}</dd>
        <dt>Spans</dt>
        <dd>{spans.toLocaleString()}</dd>
        <dt>Relations</dt>
        <dd>{relations.toLocaleString()}</dd>
        {parts.map((part) => (
          <Part key={part.name} {...part} />
        ))}
        <dt>Left out</dt>
        <dd>{lost.length === 0 ? 'nothing' : lost.map(lossWords).join(', ')}</dd>
        {leftOut ? (
          <>
            <dt>Kept apart</dt>
            <dd>
              {plural(leftOut.records, 'record')} in {nameOf(leftOut.file)}
            </dd>
          </>
        ) : null}
        <dt>Folder</dt>
        <dd className={styles.path}>{folder}</dd>
        <dt>Files</dt>
        <dd className={styles.path}>
          {files
            .slice(0, NAMES)
            .map((path) => (path.startsWith(folder) ? path.slice(folder.length) : nameOf(path)))
            .join(', ')}
          {files.length > NAMES ? ` and ${plural(files.length - NAMES, 'more file')}` : ''}
        </dd>
      </dl>
    </section>
  );
}

function Part({ name, documents, spans, relations }: Summary['parts'][number]) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {plural(documents, 'document')}, {plural(spans, 'span')}, {plural(relations, 'relation')}
      </dd>
    </>
  );
}

/** The folder that all paths are in, with what separates it from them. */
function commonFolder(paths: readonly string[]): string {
  let folder = (paths[0] ?? '').replace(/[^\\/]*$/u, '');
  while (folder !== '' && !paths.every((path) => path.startsWith(folder))) {
    folder = folder.replace(/[^\\/]*[\\/]$/u, '');
  }
  return folder;
}
