import { useEffect, useState } from 'react';
import { figureSource } from '../figure/figure-source.ts';
import { Slider } from '../settings/Slider.tsx';
import { call } from '../state/client.ts';
import { say } from '../state/messages.ts';
import { useSession } from '../state/session.ts';
import { useSettings } from '../state/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './PrintDialog.module.css';
import { MOST_TEXT, type PrintChoices, pagesAbout, printReport } from './print-report.ts';

interface PrintDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const PAPERS = [
  { value: 'A4', label: 'A4' },
  { value: 'Letter', label: 'Letter' },
] as const;
const SIDES = [
  { value: 'upright', label: 'Upright' },
  { value: 'landscape', label: 'Landscape' },
] as const;

/** The annotated document on paper, or as a PDF file. */
export function PrintDialog({ open, onOpenChange }: PrintDialogProps) {
  const [source] = useState(() => figureSource(useSession.getState()));
  const { textFont } = useSettings();
  const [choices, setChoices] = useState<Omit<PrintChoices, 'textFont'>>({
    paper: 'A4',
    isLandscape: false,
    size: 13,
    chips: true,
    relations: true,
  });
  const set = (patch: Partial<PrintChoices>) => setChoices({ ...choices, ...patch });
  const [isBusy, setBusy] = useState(false);
  // Whoever closes the dialog does not want it any more.
  useEffect(() => () => void call('app.stopPrint', null), []);
  if (!source) return null;
  const all = { ...choices, textFont };
  const pages = pagesAbout(source.text, all);
  const isTooLong = source.text.length > MOST_TEXT;

  const print = async (target: string | null) => {
    setBusy(true);
    // One frame, so that the window says what it does before it is busy with it.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const { document, project } = useSession.getState();
    const annotator = project?.annotators.find(({ id }) => id === document?.annotatorId);
    const { paper, isLandscape } = choices;
    const html = printReport(source, annotator?.name ?? '?', all);
    const done = await call('app.print', { html, target, paper, isLandscape });
    setBusy(false);
    if (!done.ok) {
      if (done.error.code !== 'cancelled') say('error', done.error.message);
      return;
    }
    onOpenChange(false);
    if (target === null) return;
    say('info', `The document was written to ${target}.`, {
      label: 'Show in folder',
      run: () => void call('app.reveal', { path: target }),
    });
  };
  const savePdf = async () => {
    const suggestedName = `${source.name.replace(/\.[^.]*$/u, '')}.pdf`;
    const chosen = await call('app.choose', { purpose: 'save-pdf', suggestedName });
    if (!chosen.ok) say('error', chosen.error.message);
    else if (chosen.value[0] !== undefined) await print(chosen.value[0]);
  };

  const footer = isBusy ? (
    <>
      <span role="status" className={styles.busy}>
        Laying out about {pages.toLocaleString('en')} {pages === 1 ? 'page' : 'pages'}…
      </span>
      <Button onClick={() => void call('app.stopPrint', null)}>Stop</Button>
    </>
  ) : (
    <>
      <Button onClick={() => onOpenChange(false)}>Cancel</Button>
      <Button disabled={isTooLong} onClick={() => void print(null)}>
        Print…
      </Button>
      <Button look="primary" disabled={isTooLong} onClick={() => void savePdf()}>
        Save as PDF…
      </Button>
    </>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Print or save as PDF"
      size="small"
      description={
        isTooLong
          ? `This document has more than ${MOST_TEXT.toLocaleString('en')} characters, too many to lay out at once. Export figures of the parts that matter.`
          : `The whole document with its spans; relations and notes are listed at the end. About ${pages.toLocaleString('en')} ${pages === 1 ? 'page' : 'pages'}.`
      }
      footer={footer}
    >
      <div className={styles.fields}>
        <Toggle
          label="Paper"
          choices={PAPERS}
          value={choices.paper}
          onValue={(paper) => set({ paper })}
        />
        <Toggle
          label="Orientation"
          choices={SIDES}
          value={choices.isLandscape ? 'landscape' : 'upright'}
          onValue={(side) => set({ isLandscape: side === 'landscape' })}
        />
        <Slider
          label="Text size"
          min={9}
          max={24}
          step={1}
          value={choices.size}
          format={(size) => `${size} px`}
          onValue={(size) => set({ size })}
        />
        <Checkbox checked={choices.chips} onChecked={(chips) => set({ chips })}>
          Names of types before the words
        </Checkbox>
        <Checkbox checked={choices.relations} onChecked={(relations) => set({ relations })}>
          Relations
        </Checkbox>
      </div>
    </Dialog>
  );
}
