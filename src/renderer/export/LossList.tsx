import type { ExportLoss, ExportRequest, FormatInfo } from '#api/calls/exports.ts';
import { lossWords } from '#core/formats/losses.ts';
import { Icon } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './ExportDialog.module.css';
import { LossPlaces } from './LossPlaces.tsx';

interface LossListProps {
  readonly losses: readonly ExportLoss[];
  readonly format: FormatInfo;
  readonly request: ExportRequest;
  readonly onOption: (id: string, value: string) => void;
  readonly leftOut: LeftOut;
  readonly onLeftOut: (leftOut: LeftOut) => void;
}

export type LeftOut = NonNullable<ExportRequest['leftOut']>;

const KEEPING = [
  { value: 'drop', label: 'Leave out' },
  { value: 'separate-file', label: 'Keep in a separate file' },
] as const;

/** What the format cannot hold, with what is done about each. */
export function LossList(props: LossListProps) {
  const { losses, format, request, onOption, leftOut, onLeftOut } = props;
  return (
    <section className={styles.losses} aria-label="What will be left out">
      <h3 className={styles.lossTitle}>
        <Icon name="warning" /> This format cannot hold everything
      </h3>
      <ul>
        {losses.map((loss) => {
          const option = format.options.find(({ id }) => id === loss.option);
          return (
            <li key={`${loss.what} ${loss.why}`} className={styles.loss}>
              <p>
                <strong>{lossWords(loss)}</strong>
                {loss.why === '' ? '' : ` – ${loss.why}`}
              </p>
              {option ? (
                <Select
                  label={`What is done about ${loss.what}`}
                  options={option.choices.map(({ value, name }) => ({ value, label: name }))}
                  value={request.options[option.id] ?? option.default}
                  onValue={(value) => onOption(option.id, value)}
                />
              ) : null}
              {loss.hasPlaces ? <LossPlaces loss={loss} request={request} /> : null}
            </li>
          );
        })}
      </ul>
      <Toggle label="What is left out" choices={KEEPING} value={leftOut} onValue={onLeftOut} />
      {leftOut === 'separate-file' ? (
        <p className={styles.soft}>
          The file has the whole records. Imported onto the same documents, it completes them.
        </p>
      ) : null}
    </section>
  );
}
