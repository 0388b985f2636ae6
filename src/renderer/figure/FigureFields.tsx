import type { Range } from '#core/model/range.ts';
import { Slider } from '../settings/Slider.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './FigureDialog.module.css';
import { useFigureChoices } from './figure-choices.ts';
import type { FigureFamily } from './figure-fonts.ts';
import { annotationsIn, MOST, type Scope, type Source } from './figure-source.ts';

interface FigureFieldsProps {
  readonly source: Source;
  readonly scopes: readonly Scope[];
  readonly scope: Scope;
  readonly range: Range;
  readonly font: FigureFamily;
}

const FONTS: readonly { readonly value: FigureFamily; readonly label: string }[] = [
  { value: 'serif', label: 'Noto Serif' },
  { value: 'sans', label: 'Noto Sans' },
];

const NAMES: Readonly<Record<Scope, string>> = {
  selection: 'Selected words',
  paragraph: 'Paragraph',
  document: 'Whole document',
};

const ALL = { hiddenTypes: new Set<string>(), relations: true, leavingRelations: true };

/** What the figure shows, and how large. */
export function FigureFields({ source, scopes, scope, range, font }: FigureFieldsProps) {
  const { width, size, chips, relations, leavingRelations, hiddenTypes } = useFigureChoices();
  const set = useFigureChoices.setState;
  const all = annotationsIn(source, range, ALL);
  const types = [...new Set([...all.spans, ...all.relations].map(({ type }) => type))];
  const toggle = (type: string, isShown: boolean) => {
    const next = new Set(hiddenTypes);
    if (isShown) next.delete(type);
    else next.add(type);
    set({ hiddenTypes: next });
  };
  return (
    <div className={styles.fields}>
      <Toggle
        label="What to show"
        choices={scopes.map((value) => ({ value, label: NAMES[value] }))}
        value={scope}
        onValue={(value) => set({ scope: value })}
      />
      {range.end - range.start >= MOST ? (
        <p className={styles.hint}>A figure holds {MOST.toLocaleString('en')} characters.</p>
      ) : null}
      <Toggle label="Font" choices={FONTS} value={font} onValue={(value) => set({ font: value })} />
      <Slider
        label="Width"
        min={240}
        max={1400}
        step={20}
        value={width}
        format={(value) => `${value} px`}
        onValue={(value) => set({ width: value })}
      />
      <Slider
        label="Text size"
        min={9}
        max={28}
        step={1}
        value={size}
        format={(value) => `${value} px`}
        onValue={(value) => set({ size: value })}
      />
      <Checkbox checked={chips} onChecked={(value) => set({ chips: value })}>
        Names of types above the words
      </Checkbox>
      <Checkbox checked={relations} onChecked={(value) => set({ relations: value })}>
        Relations
      </Checkbox>
      <Checkbox
        checked={leavingRelations}
        disabled={!relations}
        onChecked={(value) => set({ leavingRelations: value })}
      >
        Also those that lead out of the figure
      </Checkbox>
      {types.length === 0 ? (
        <p className={styles.hint}>There are no annotations in this part.</p>
      ) : (
        <fieldset className={styles.types}>
          <legend className={styles.hint}>Types</legend>
          {types.map((type) => (
            <Checkbox
              key={type}
              checked={!hiddenTypes.has(type)}
              onChecked={(value) => toggle(type, value)}
            >
              {type}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </div>
  );
}
