import type { ImportFile, PreviewDocument } from '#api/calls/imports.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { canRead, isTaken, type Taken, withDocument, withFiles } from '../choice.ts';
import { choose, useImport } from '../store.ts';
import { ENCODING_NAMES, formatSize } from '../words.ts';
import styles from './SourceList.module.css';

interface FileLineProps {
  readonly source: string;
  readonly file: ImportFile;
  /** What comes of it. */
  readonly documents: readonly PreviewDocument[];
  readonly isShown: boolean;
  readonly taken: Taken;
  readonly tabIndex: 0 | -1;
}

/** What is to be said of a file, in a few words. */
function remark({ problem, encodings }: ImportFile, only: PreviewDocument | undefined) {
  if (problem) return encodings.length > 0 ? 'Choose its encoding' : 'Cannot be read';
  if (!only?.same || only.fate === 'receives') return null;
  return `Same text as ‘${only.same.name}’`;
}

/** Points at a file: what there is to see or to decide about it is shown. */
function show({ path, name, problem, encodings }: ImportFile, document: string | undefined) {
  const tab = encodings.length > 0 ? 'encodings' : problem ? 'problems' : 'documents';
  useImport.setState({
    file: path,
    tab,
    query: tab === 'problems' ? name : '',
    ...(document !== undefined && { document }),
  });
}

/** A file with its tick. Ticking one whose text is there already adds it again. */
export function FileLine(props: FileLineProps) {
  const { source, file, documents, isShown, taken, tabIndex } = props;
  const [first] = documents;
  const only = documents.length === 1 ? first : undefined;
  const note = remark(file, only);
  const isIn = !taken.files.has(file.path) && (only === undefined || isTaken(only, taken));
  const tick = (isTicked: boolean) =>
    choose((choice) => {
      const files = withFiles(choice, source, [file.path], isTicked);
      return only?.same && isTicked ? withDocument(files, only, true) : files;
    });
  return (
    <div className={styles.file} data-shown={isShown}>
      <input
        type="checkbox"
        tabIndex={tabIndex}
        aria-label={`Add ${file.name}`}
        checked={canRead(file) && isIn}
        disabled={!canRead(file)}
        onChange={(event) => tick(event.target.checked)}
      />
      <button
        type="button"
        data-main
        tabIndex={tabIndex}
        className={styles.words}
        title={file.path}
        aria-pressed={isShown}
        onClick={() => show(file, first?.key)}
      >
        <span className={styles.name}>
          <bdi>{file.name}</bdi>
        </span>
        <span className={styles.detail} data-remark={note !== null} title={note ?? undefined}>
          {note ? <Icon name="warning" size={12} /> : null}
          <span className={styles.cut}>{note ?? detail(file)}</span>
        </span>
      </button>
    </div>
  );
}

const detail = ({ size, encoding }: ImportFile) =>
  encoding === null ? formatSize(size) : `${formatSize(size)}, ${ENCODING_NAMES[encoding]}`;
