import { useEffect, useRef } from 'react';
import type { Settings } from '#api/calls/app.ts';
import { saveSettings, useSettings } from '../state/settings.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { AnnotatorName } from './AnnotatorName.tsx';
import styles from './SettingsDialog.module.css';
import { Slider } from './Slider.tsx';

interface SettingsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Preferences of this machine, and the annotator's name. Everything holds at once. */
export function SettingsDialog({ open, onOpenChange }: SettingsDialogProps) {
  const settings = useSettings();
  const root = useRef<HTMLDivElement>(null);
  // The choice that holds, not the first one, which arrow keys would then change.
  useEffect(() => root.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const change = (patch: Partial<Settings>) => void saveSettings(patch);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Settings" size="small">
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
        <Slider
          label="Text size"
          min={10}
          max={32}
          step={1}
          value={settings.textSize}
          format={(size) => `${size} px`}
          onValue={(textSize) => change({ textSize })}
        />
        <Slider
          label="Line height"
          min={1.2}
          max={3}
          step={0.1}
          value={settings.lineHeight}
          format={(height) => height.toFixed(1)}
          onValue={(lineHeight) => change({ lineHeight })}
        />
        <p
          className={styles.sample}
          style={{ fontSize: settings.textSize, lineHeight: settings.lineHeight }}
        >
          The ship left Qingdao on Thursday, and nobody on board knew when it would return.
        </p>
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
