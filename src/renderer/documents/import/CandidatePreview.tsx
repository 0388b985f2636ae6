import type { ImportCandidate } from '#api/calls/documents.ts';
import type { Encoding } from '#core/model/document.ts';
import { Button } from '../../ui/Button.tsx';
import { ENCODING_NAMES, formatSize } from './can-import.ts';
import styles from './ImportDialog.module.css';

interface CandidatePreviewProps {
  readonly candidate: ImportCandidate;
  /** All files that could be read in several encodings. */
  readonly alike: readonly ImportCandidate[];
  readonly onEncoding: (paths: readonly string[], encoding: Encoding) => void;
}

/** How a file would be read; where that is not certain, each way it could be, to choose from. */
export function CandidatePreview({ candidate, alike, onEncoding }: CandidatePreviewProps) {
  const { path, name, size, encoding, hasBom, problem, duplicateOf, choices } = candidate;
  const isChosen = problem === null;
  return (
    <section className={styles.preview} aria-label={`Preview of ${name}`}>
      <h3>{name}</h3>
      <p className={styles.detail}>
        {formatSize(size)}
        {isChosen ? `, ${ENCODING_NAMES[encoding]}${hasBom ? ' with byte order mark' : ''}` : ''}
      </p>
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem.message}
          {placeOf(candidate)}
        </p>
      ) : null}
      {duplicateOf === null ? null : (
        <p className={styles.problem}>
          {candidate.duplicateIn === 'list'
            ? `This has the same text as ‘${duplicateOf}’ in this list.`
            : `‘${duplicateOf}’ in the project has exactly this text already.`}{' '}
          Tick the file to add it all the same.
        </p>
      )}
      {choices.length > 0 ? (
        <fieldset className={styles.choices}>
          <legend>Which one reads right?</legend>
          {choices.map((choice) => (
            <label key={choice.encoding} className={styles.choice}>
              <span>
                <input
                  type="radio"
                  name="encoding"
                  checked={isChosen && encoding === choice.encoding}
                  onChange={() => onEncoding([path], choice.encoding)}
                />{' '}
                {ENCODING_NAMES[choice.encoding]}
              </span>
              <pre className={styles.text}>{choice.preview}</pre>
            </label>
          ))}
          {isChosen && alike.length > 1 ? (
            <Button
              onClick={() =>
                onEncoding(
                  alike.map((each) => each.path),
                  encoding,
                )
              }
            >
              Read all {alike.length} such files as {ENCODING_NAMES[encoding]}
            </Button>
          ) : null}
        </fieldset>
      ) : (
        <pre className={styles.text}>{candidate.preview}</pre>
      )}
    </section>
  );
}

/** Byte and line of what is wrong, where the sentence does not name them itself. */
function placeOf({ problem }: ImportCandidate): string {
  const { byte, line } = problem?.place ?? {};
  const said = problem?.message ?? '';
  const parts = [
    byte === undefined || said.includes(String(byte)) ? '' : `byte ${byte}`,
    line === undefined || said.includes(`line ${line}`) ? '' : `line ${line}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
