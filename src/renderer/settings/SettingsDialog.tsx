import { useEffect, useRef } from 'react';
import type { Settings } from '#api/calls/app.ts';
import { saveSettings, useSettings } from '../state/settings.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { AnnotatorName } from './AnnotatorName.tsx';
import { ReadingFields } from './ReadingFields.tsx';
import { Sample } from './Sample.tsx';
import styles from './SettingsDialog.module.css';
import { Slider } from './Slider.tsx';

interface SettingsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'contrast', label: 'High contrast' },
  { value: 'contrast-dark', label: 'Black' },
] as const;

/** Preferences of this machine, and the annotator's name. Everything holds at once. */
export function SettingsDialog({ open, onOpenChange }: SettingsDialogProps) {
  const settings = useSettings();
  const root = useRef<HTMLDivElement>(null);
  // The choice that holds, not the first one, which arrow keys would then change.
  useEffect(() => root.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const change = (patch: Partial<Settings>) => void saveSettings(patch);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Settings" size="medium">
      <div ref={root} className={styles.settings}>
        <div className={styles.row}>
          <span className={styles.name}>Colours</span>
          <Toggle
            label="Colours"
            choices={THEMES}
            value={settings.theme}
            onValue={(theme) => change({ theme })}
          />
        </div>
        <ReadingFields settings={settings} change={change} />
        <Sample settings={settings} />
        <Slider
          label="Zoom of the window"
          min={0.5}
          max={3}
          step={0.05}
          value={settings.zoom}
          format={(zoom) => `${Math.round(zoom * 100)} %`}
          onValue={(zoom) => change({ zoom })}
        />
        <Checkbox
          checked={settings.snapToWords}
          onChecked={(snapToWords) => change({ snapToWords })}
        >
          Select whole words; Alt selects by character
        </Checkbox>
        <AnnotatorName />
      </div>
    </Dialog>
  );
}
