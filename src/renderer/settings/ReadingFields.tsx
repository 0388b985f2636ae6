import { useId, useState } from 'react';
import type { Settings } from '#api/calls/app.ts';
import { installedFonts } from '../theme/fonts.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './SettingsDialog.module.css';
import { Slider } from './Slider.tsx';

interface ReadingFieldsProps {
  readonly settings: Settings;
  readonly change: (patch: Partial<Settings>) => void;
}

const GENERAL = [
  { value: 'serif', label: 'Serif' },
  { value: 'sans', label: 'Sans serif' },
  { value: 'mono', label: 'Monospaced' },
];
/** One step beyond the longest line stands for the full width. */
const FULL = 125;

/** How the text is set: font, size, line height, line length, justification. */
export function ReadingFields({ settings, change }: ReadingFieldsProps) {
  const { textFont, textSize, lineHeight, measure, justify } = settings;
  const id = useId();
  const [fonts] = useState(installedFonts);
  // A font that was chosen on another day stays in the list, though it be gone.
  const isKnown = fonts.includes(textFont) || GENERAL.some(({ value }) => value === textFont);
  const families = isKnown ? fonts : [...fonts, textFont];
  return (
    <>
      <div className={styles.row}>
        <label htmlFor={id} className={styles.name}>
          Font of the text
        </label>
        <Select
          id={id}
          options={[...GENERAL, ...families.map((value) => ({ value, label: value }))]}
          value={textFont}
          onValue={(font) => change({ textFont: font })}
        />
      </div>
      <Slider
        label="Text size"
        min={10}
        max={32}
        step={1}
        value={textSize}
        format={(size) => `${size} px`}
        onValue={(size) => change({ textSize: size })}
      />
      <Slider
        label="Line height"
        min={1.2}
        max={3}
        step={0.1}
        value={lineHeight}
        format={(height) => height.toFixed(1)}
        onValue={(height) => change({ lineHeight: height })}
      />
      <Slider
        label="Line length"
        min={50}
        max={FULL}
        step={5}
        value={measure === 0 ? FULL : measure}
        format={(length) => (length >= FULL ? 'full width' : `${length} letters`)}
        onValue={(length) => change({ measure: length >= FULL ? 0 : length })}
      />
      <Checkbox checked={justify} onChecked={(isOn) => change({ justify: isOn })}>
        Justify the lines
      </Checkbox>
    </>
  );
}
