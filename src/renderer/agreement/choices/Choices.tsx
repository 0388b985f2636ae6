import { SPAN_DEFINITIONS } from '#core/agreement/definitions.ts';
import { SPAN_RULES, type SpanRule } from '#core/agreement/spans/span-counts.ts';
import { useSession } from '../../state/session.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../Agreement.module.css';
import { ask, useAgreement } from '../agreement-state.ts';
import { DocumentsChoice } from './DocumentsChoice.tsx';
import { TypesChoice } from './TypesChoice.tsx';

const REPLICATES = ['0', '200', '1000', '5000'];

const NOBODY: readonly never[] = [];

/** Whose work on what is compared, and how spans are matched. */
export function Choices() {
  const request = useAgreement((state) => state.request);
  const annotators = useSession((state) => state.project?.annotators ?? NOBODY);
  if (!request) return <aside className={styles.choices} aria-label="What is compared" />;
  const tick = (id: string, isTicked: boolean) => {
    const chosen = new Set(request.annotators);
    if (isTicked) chosen.add(id);
    else chosen.delete(id);
    ask({ annotators: annotators.map((each) => each.id).filter((each) => chosen.has(each)) });
  };
  return (
    <aside className={styles.choices} aria-label="What is compared">
      <fieldset className={styles.choice}>
        <legend>Annotators</legend>
        {annotators.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={request.annotators.includes(id)}
            onChecked={(isTicked) => tick(id, isTicked)}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <div className={styles.choice}>
        <span>Spans match by</span>
        <Select
          label="Spans match by"
          options={SPAN_RULES.map((value) => ({ value, label: SPAN_DEFINITIONS[value].name }))}
          value={request.rule}
          onValue={(value) => ask({ rule: value as SpanRule })}
        />
        <small>{SPAN_DEFINITIONS[request.rule].meaning}</small>
      </div>
      <TypesChoice />
      <DocumentsChoice />
      <div className={styles.choice}>
        <span>Replicates of the interval</span>
        <Select
          label="Replicates of the interval"
          options={REPLICATES.map((value) => ({
            value,
            label: value === '0' ? 'No interval' : Number(value).toLocaleString('en'),
          }))}
          value={String(request.replicates)}
          onValue={(value) => ask({ replicates: Number(value) })}
        />
      </div>
      <label className={styles.choice}>
        <span>Seed</span>
        <input
          type="number"
          className={styles.seed}
          min={0}
          max={4_294_967_295}
          value={request.seed}
          onChange={({ target }) => {
            const seed = target.valueAsNumber;
            if (Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295) ask({ seed });
          }}
        />
      </label>
    </aside>
  );
}
