import { useState } from 'react';
import type { ImportCandidate } from '#api/calls/documents.ts';
import type { Encoding } from '#core/model/document.ts';
import { JobProgress } from '../../app/JobProgress.tsx';
import { countDocuments, importFiles, inspect } from '../../state/import.ts';
import { say } from '../../state/messages.ts';
import { closeDialog } from '../../state/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CandidateList } from './CandidateList.tsx';
import { CandidatePreview } from './CandidatePreview.tsx';
import { canImport, toRead } from './can-import.ts';
import styles from './ImportDialog.module.css';

interface ImportDialogProps {
  readonly candidates: readonly ImportCandidate[];
  readonly newProject: string | null;
}

const needsLook = (each: ImportCandidate) =>
  each.problem !== null || each.choices.length > 0 || each.duplicateOf !== null;

/** Shown where files are not clean: what is wrong with which, how to read it, and what to leave out. */
export function ImportDialog(props: ImportDialogProps) {
  const [candidates, setCandidates] = useState(props.candidates);
  const [left, setLeft] = useState(() => toLeave(props.candidates));
  const [shown, setShown] = useState((candidates.find(needsLook) ?? candidates[0])?.path ?? '');
  const [isBusy, setBusy] = useState(false);

  const usable = candidates.filter(canImport);
  const ticked = usable.filter(({ path }) => !left.has(path));
  const current = candidates.find(({ path }) => path === shown);
  const close = () => closeDialog('import');

  const leave = (paths: readonly string[], isLeft: boolean) =>
    setLeft((before) => {
      const next = new Set(before);
      for (const path of paths) isLeft ? next.add(path) : next.delete(path);
      return next;
    });
  const setEncoding = async (paths: readonly string[], encoding: Encoding) => {
    const encodings = Object.fromEntries(paths.map((path) => [path, encoding]));
    const looked = await inspect(paths, encodings);
    if (!looked.ok) return void say('error', looked.error.message);
    const news = new Map(looked.value.map((each) => [each.path, each]));
    setCandidates((before) => before.map((each) => toRead(each, news.get(each.path), encoding)));
    leave(paths, false);
  };
  const add = async () => {
    setBusy(true);
    await importFiles(
      ticked.map(({ path, encoding }) => ({ path, encoding })),
      props.newProject,
    );
    setBusy(false);
  };

  const problems = candidates.filter(needsLook).length;
  return (
    <Dialog
      open
      onOpenChange={close}
      size="large"
      title={props.newProject === null ? 'Add documents' : `New project ‘${props.newProject}’`}
      description={`${problems.toLocaleString('en')} of ${countDocuments(candidates.length)} ${problems === 1 ? 'needs' : 'need'} a look.`}
      bare
      footer={
        <>
          {isBusy ? <JobProgress /> : null}
          <Button onClick={close} disabled={isBusy}>
            Cancel
          </Button>
          <Button
            look="primary"
            disabled={ticked.length === 0 || isBusy}
            onClick={() => void add()}
          >
            Add {countDocuments(ticked.length)}
          </Button>
        </>
      }
    >
      <div className={styles.all}>
        <Checkbox
          checked={ticked.length > 0}
          mixed={ticked.length > 0 && ticked.length < usable.length}
          onChecked={(isTicked) =>
            leave(
              usable.map(({ path }) => path),
              !isTicked,
            )
          }
        >
          All that can be added
        </Checkbox>
      </div>
      <div className={styles.halves}>
        <CandidateList
          candidates={candidates}
          left={left}
          shown={shown}
          onShow={setShown}
          onTick={(path, isTicked) => leave([path], !isTicked)}
        />
        {current ? (
          <CandidatePreview
            candidate={current}
            alike={candidates.filter((each) => each.choices.length > 0)}
            onEncoding={(paths, encoding) => void setEncoding(paths, encoding)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

/** Duplicates are not ticked to begin with. */
const toLeave = (candidates: readonly ImportCandidate[]): ReadonlySet<string> =>
  new Set(candidates.filter((each) => each.duplicateOf !== null).map(({ path }) => path));
