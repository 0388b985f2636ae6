import type { Attributes, AttributeValue } from '#core/model/attribute.ts';
import type { AttributeDefinition } from '#core/model/schema.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { AttributeField } from '../fields/AttributeField.tsx';
import styles from './AttributesSection.module.css';
import { Section } from './Section.tsx';

interface AttributesSectionProps {
  readonly definitions: readonly AttributeDefinition[];
  readonly values: Attributes;
  readonly readOnly: boolean;
  readonly onValue: (name: string, value: AttributeValue | undefined) => void;
}

/** All attributes of one annotation. Values that the schema does not know are shown, too. */
export function AttributesSection(props: AttributesSectionProps) {
  const { definitions, values, readOnly, onValue } = props;
  const known = new Set(definitions.map((definition) => definition.name));
  const strange = Object.entries(values).filter(([name]) => !known.has(name));
  if (definitions.length === 0 && strange.length === 0) return null;
  return (
    <Section title="Attributes" part="attributes">
      {definitions.map((definition) => (
        <AttributeField
          key={definition.name}
          definition={definition}
          value={Object.hasOwn(values, definition.name) ? values[definition.name] : undefined}
          readOnly={readOnly}
          onValue={(value) => onValue(definition.name, value)}
        />
      ))}
      {strange.map(([name, value]) => (
        <div key={name} className={styles.strange}>
          <span className={styles.words}>
            {name}: {Array.isArray(value) ? value.join(', ') : String(value)}
            <span className={styles.why}>not in the schema</span>
          </span>
          <IconButton
            icon="close"
            label={`Remove ${name}`}
            disabled={readOnly}
            onClick={() => onValue(name, undefined)}
          />
        </div>
      ))}
    </Section>
  );
}
