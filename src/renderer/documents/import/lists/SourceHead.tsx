import { useId } from 'react';
import type { FormatOption } from '#api/calls/exports.ts';
import type { ImportSource } from '#api/calls/imports.ts';
import type { Problem } from '#core/problem.ts';
import { plural } from '../../../inspector/words.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { canRead, sourceChoice, type Taken, withFiles, withOption, withReader } from '../choice.ts';
import { textOf } from '../problem-list.ts';
import { choose, useImport } from '../store.ts';
import { confidenceWords } from '../words.ts';
import { readerOptions } from './reader-options.ts';
import styles from './SourceList.module.css';

interface SourceProps {
  readonly source: ImportSource;
}

interface SourceHeadProps extends SourceProps {
  readonly tabIndex: 0 | -1;
  /** Its files are listed below. */
  readonly isUnfolded: boolean;
  readonly taken: Taken;
}

/** The source as a whole: its name, how sure it is what it is, and a tick for all of its files. */
export function SourceHead({ source, isUnfolded, taken, tabIndex }: SourceHeadProps) {
  const isChosen = useImport(({ choice }) => sourceChoice(choice, source.id).reader !== undefined);
  const usable = source.files.filter(canRead);
  const ticked = usable.filter(({ path }) => !taken.files.has(path));
  const paths = usable.map(({ path }) => path);
  const tick = (isTicked: boolean) =>
    choose((choice) => withFiles(choice, source.id, paths, isTicked));
  return (
    <div className={styles.head}>
      <input
        type="checkbox"
        data-main
        tabIndex={tabIndex}
        aria-label={`All of ${source.name}`}
        checked={ticked.length > 0}
        disabled={usable.length === 0}
        ref={(box) => {
          if (box) box.indeterminate = ticked.length > 0 && ticked.length < usable.length;
        }}
        onChange={(event) => tick(event.target.checked)}
      />
      <div className={styles.words}>
        <h3 className={styles.name} title={source.name}>
          <bdi>{source.name}</bdi>
        </h3>
        <p className={styles.detail}>
          {plural(source.files.length, 'file')},{' '}
          {isChosen ? 'read as you chose' : confidenceWords(source.confidence)}
        </p>
        {usable.length < source.files.length ? (
          <p className={styles.detail} data-remark="true">
            {unreadWords(source)}
          </p>
        ) : null}
      </div>
      <IconButton
        icon={isUnfolded ? 'chevronDown' : 'chevronRight'}
        label={isUnfolded ? `Hide the files of ${source.name}` : `List the files of ${source.name}`}
        aria-expanded={isUnfolded}
        tabIndex={tabIndex}
        onClick={() =>
          useImport.setState(({ unfolded }) => ({
            unfolded: { ...unfolded, [source.id]: !isUnfolded },
          }))
        }
      />
    </div>
  );
}

/** `1 file waits for its encoding, 2 files cannot be read`. */
function unreadWords({ files }: ImportSource): string {
  const unread = files.filter((file) => !canRead(file));
  const doubtful = unread.filter(({ encodings }) => encodings.length > 0).length;
  const broken = unread.length - doubtful;
  return [
    doubtful > 0
      ? `${plural(doubtful, 'file')} ${doubtful === 1 ? 'waits' : 'wait'} for encoding`
      : '',
    broken > 0 ? `${plural(broken, 'file')} cannot be read` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** How the source is read: the likeliest first, then all there are. */
export function ReaderLine({ source }: SourceProps) {
  const id = useId();
  const readers = useImport((state) => state.readers);
  // What was chosen holds at once, before the files have been read anew.
  const chosen = useImport(({ choice }) => sourceChoice(choice, source.id).reader);
  const reader = chosen ?? source.reader;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        Read as
      </label>
      <Select
        id={id}
        title={readers.find((each) => each.id === reader)?.description}
        options={readerOptions(source, readers)}
        value={reader}
        onValue={(next) => choose((choice) => withReader(choice, source.id, next))}
      />
    </div>
  );
}

/** One choice about reading. */
export function OptionLine(props: SourceProps & { readonly option: FormatOption }) {
  const { source, option } = props;
  const id = useId();
  const chosen = useImport(({ choice }) => sourceChoice(choice, source.id).options?.[option.id]);
  return (
    <div className={styles.field} title={option.description}>
      <label htmlFor={id} className={styles.label}>
        {option.name}
      </label>
      <Select
        id={id}
        options={option.choices.map(({ value, name }) => ({ value, label: name }))}
        value={chosen ?? option.default}
        onValue={(value) => choose((choice) => withOption(choice, source.id, option.id, value))}
      />
    </div>
  );
}

interface MissingLineProps {
  readonly problem: Problem;
  readonly tabIndex: 0 | -1;
}

/** What belongs to the files and is not there. */
export function MissingLine({ problem, tabIndex }: MissingLineProps) {
  return (
    // The line must be reached with keys, as all others.
    <p className={styles.missing} title={textOf(problem)}>
      <button type="button" data-main tabIndex={tabIndex} onClick={() => showProblems()}>
        <Icon name="warning" size={12} /> {problem.message}
      </button>
    </p>
  );
}

const showProblems = () => useImport.setState({ tab: 'problems', query: '' });
