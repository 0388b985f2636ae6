import { useMemo, useState } from 'react';
import type { FigureFile } from '#api/calls/exports.ts';
import { useSession } from '../state/session.ts';
import { useSettings } from '../state/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './FigureDialog.module.css';
import { FigureFields } from './FigureFields.tsx';
import { FigurePreview } from './FigurePreview.tsx';
import { useFigureChoices } from './figure-choices.ts';
import { figureSource, type Scope } from './figure-source.ts';
import { makeFigure } from './make-figure.ts';
import { saveFigure } from './save-figure.ts';
import { useFigureFonts } from './use-figure-fonts.ts';

interface FigureDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const FORMATS: readonly { readonly value: FigureFile['format']; readonly label: string }[] = [
  { value: 'svg', label: 'SVG' },
  { value: 'png', label: 'PNG' },
  { value: 'html', label: 'HTML' },
];

const ORDER: readonly Scope[] = ['selection', 'paragraph', 'document'];

/** Makes a figure for a paper of the words selected, the paragraph, or a short document. */
export function FigureDialog({ open, onOpenChange }: FigureDialogProps) {
  // What was open and selected when the dialog came.
  const [source] = useState(() => figureSource(useSession.getState()));
  const { textFont } = useSettings();
  const fonts = useFigureFonts();
  const { format, scope: wanted, font: wantedFont, ...choices } = useFigureChoices();
  const font = wantedFont ?? (textFont === 'sans' ? 'sans' : 'serif');
  const [isBusy, setBusy] = useState(false);
  const scopes = ORDER.filter((each) => source?.scopes[each]);
  const scope = scopes.find((each) => each === wanted) ?? scopes[0];
  const range = scope && source?.scopes[scope];
  const { width, size, chips, relations, leavingRelations, hiddenTypes } = choices;
  const made = useMemo(
    () =>
      source && range && fonts
        ? makeFigure(
            source,
            range,
            { width, size, chips, relations, leavingRelations, hiddenTypes, font },
            fonts,
          )
        : null,
    [source, range, width, size, chips, relations, leavingRelations, hiddenTypes, font, fonts],
  );
  const save = async () => {
    if (!(source && range && fonts)) return;
    setBusy(true);
    const isDone = await saveFigure(format, source, range, { ...choices, font }, fonts);
    setBusy(false);
    if (isDone) onOpenChange(false);
  };
  const footer = (
    <>
      <Toggle
        label="Format"
        className={styles.formats}
        choices={FORMATS}
        value={format}
        onValue={(value) => useFigureChoices.setState({ format: value })}
      />
      <Button onClick={() => onOpenChange(false)}>Cancel</Button>
      <Button look="primary" disabled={!made || isBusy} onClick={() => void save()}>
        Save figure…
      </Button>
    </>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Export figure"
      size="full"
      bare
      footer={footer}
    >
      {source && range && made && scope ? (
        <div className={styles.columns}>
          <FigureFields source={source} scopes={scopes} scope={scope} range={range} font={font} />
          <FigurePreview made={made} />
        </div>
      ) : (
        <p className={styles.empty}>
          {source && range ? 'The fonts are being read.' : 'There is no text to show.'}
        </p>
      )}
    </Dialog>
  );
}
