import type { ImportFile, ImportSource } from '#api/calls/imports.ts';
import type { Encoding } from '#core/model/document.ts';
import { plural } from '../../../inspector/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { withEncoding } from '../choice.ts';
import { choose, useImport } from '../store.ts';
import { ENCODING_NAMES, formatSize } from '../words.ts';
import styles from './EncodingsPanel.module.css';

interface EncodingsPanelProps {
  readonly sources: readonly ImportSource[];
}

/** A file that could be read in several encodings: each way it could be, to choose from. */
export function EncodingsPanel({ sources }: EncodingsPanelProps) {
  const path = useImport((state) => state.file);
  const choice = useImport((state) => state.choice);
  const doubtful = sources.flatMap(({ id, files }) =>
    files.filter(({ encodings }) => encodings.length > 0).map((file) => ({ source: id, file })),
  );
  const at = Math.max(
    0,
    doubtful.findIndex(({ file }) => file.path === path),
  );
  const current = doubtful[at];
  if (!current) return <EmptyState icon="check" title="Every file’s encoding is clear" />;
  const { source, file } = current;
  const chosen = choice.sources.find((each) => each.source === source)?.encodings?.[file.path];
  const go = (to: number) => useImport.setState({ file: doubtful[to]?.file.path ?? '' });
  const read = (files: readonly (typeof current)[], encoding: Encoding) => {
    for (const id of new Set(files.map((each) => each.source))) {
      const paths = files.filter((each) => each.source === id).map((each) => each.file.path);
      choose((before) => withEncoding(before, id, paths, encoding));
    }
  };
  return (
    <section className={styles.panel} aria-label={`Encoding of ${file.name}`}>
      <header className={styles.head}>
        <h3 className={styles.title}>
          <bdi>{file.name}</bdi>
        </h3>
        <span className={styles.soft}>{formatSize(file.size)}</span>
        {doubtful.length > 1 ? (
          <span className={styles.steps}>
            <Button onClick={() => go(at - 1)} disabled={at === 0}>
              Previous
            </Button>
            <Button onClick={() => go(at + 1)} disabled={at === doubtful.length - 1}>
              Next
            </Button>
          </span>
        ) : null}
      </header>
      <Doubt file={file} isChosen={chosen !== undefined} />
      <fieldset className={styles.choices}>
        <legend>Which one reads right?</legend>
        {file.encodings.map(({ encoding, preview }) => (
          <label key={encoding} className={styles.choice}>
            <span>
              <input
                type="radio"
                name="encoding"
                checked={chosen === encoding}
                onChange={() => read([current], encoding)}
              />{' '}
              {ENCODING_NAMES[encoding]}
            </span>
            <pre className={styles.text}>{preview}</pre>
          </label>
        ))}
      </fieldset>
      {chosen !== undefined && doubtful.length > 1 ? (
        <Button className={styles.all} onClick={() => read(doubtful, chosen)}>
          Read all {plural(doubtful.length, 'such file')} as {ENCODING_NAMES[chosen]}
        </Button>
      ) : null}
    </section>
  );
}

interface DoubtProps {
  readonly file: ImportFile;
  readonly isChosen: boolean;
}

/** What speaks against the usual encoding, with byte and line where the sentence does not name them. */
function Doubt({ file: { problem }, isChosen }: DoubtProps) {
  if (!problem || isChosen) return null;
  const { byte, line } = problem.place ?? {};
  const parts = [
    byte === undefined || problem.message.includes(String(byte)) ? '' : `byte ${byte}`,
    line === undefined || problem.message.includes(`line ${line}`) ? '' : `line ${line}`,
  ].filter(Boolean);
  return (
    <p className={styles.problem} role="alert">
      {problem.message}
      {parts.length > 0 ? ` (${parts.join(', ')})` : ''}
    </p>
  );
}
