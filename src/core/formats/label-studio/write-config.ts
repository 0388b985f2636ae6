import type { AttributeDefinition, Schema } from '../../model/schema.ts';
import { attributesOf } from '../../schema/inherit.ts';
import type { Reading } from './read-task.ts';
import { NO, YES } from './read-value.ts';

/** Writes the schema as a labeling configuration. */
export function writeConfig(
  schema: Schema,
  { key, control, object }: Pick<Reading, 'key' | 'control' | 'object'>,
): string {
  const to = ` toName="${escaped(object)}"`;
  return [
    '<View>',
    ...(schema.relationTypes.length === 0
      ? []
      : [
          '  <Relations>',
          ...schema.relationTypes.map(({ name }) => `    <Relation value="${escaped(name)}"/>`),
          '  </Relations>',
        ]),
    `  <Labels name="${escaped(control)}"${to}>`,
    ...schema.entityTypes.map(({ name, color, key: hotkey }) => {
      const more = hotkey === null ? '' : ` hotkey="${escaped(hotkey)}"`;
      return `    <Label value="${escaped(name)}" background="${color}"${more}/>`;
    }),
    '  </Labels>',
    `  <Text name="${escaped(object)}" value="$${escaped(key)}"/>`,
    ...regionControls(schema).flatMap(({ definition, types }) => {
      const isListed = types.length < schema.entityTypes.length && !types.some(hasComma);
      const when = isListed ? ` whenLabelValue="${escaped(types.join(','))}"` : '';
      return controlLines(definition, `${to} perRegion="true"${when}`);
    }),
    ...schema.documentLabels.flatMap((definition) => controlLines(definition, to)),
    '</View>',
    '',
  ].join('\n');
}

function hasComma(name: string): boolean {
  return name.includes(',');
}

/** Attributes by name, with the types that have them; of several definitions the first one counts. */
function regionControls(schema: Schema) {
  const controls = new Map<string, { definition: AttributeDefinition; types: string[] }>();
  for (const { name } of schema.entityTypes) {
    for (const definition of attributesOf(schema.entityTypes, name)) {
      const known = controls.get(definition.name) ?? { definition, types: [] };
      controls.set(definition.name, known);
      known.types.push(name);
    }
  }
  return [...controls.values()];
}

function controlLines(
  { name, kind, values, required }: AttributeDefinition,
  rest: string,
): readonly string[] {
  const head = `name="${escaped(name)}"${rest}${required ? ' required="true"' : ''}`;
  if (kind === 'text') return [`  <TextArea ${head}/>`];
  if (kind === 'number') return [`  <Number ${head}/>`];
  const choices = kind === 'yes-no' ? [YES, NO] : values;
  const several = kind === 'many-of' ? ' choice="multiple"' : '';
  return [
    `  <Choices ${head}${several}>`,
    ...choices.map((value) => `    <Choice value="${escaped(value)}"/>`),
    '  </Choices>',
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For a value of an attribute; characters that XML cannot hold become U+FFFD. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>"\t\n\r]/gu, (character) => ENTITIES[character] ?? character)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
  );
}
