import type { AttributeDefinition } from '../../model/schema.ts';
import { newAttribute } from '../new-type.ts';
import { type Draft, given, isTrue, report } from './draft.ts';
import type { XmlElement } from './parse-xml.ts';

/** Between the levels of a nested choice. */
const LEVEL = ' / ';

/**
 * Reads a control that gives a value: choices, taxonomy, text, number or rating. With `perRegion` it
 * becomes an attribute of spans, else a document label.
 */
export function readControl(element: XmlElement, draft: Draft): void {
  const name = given(element, 'name');
  if (name === undefined) {
    report(draft, element, 'no-name', `A ${element.name} without a name was left out.`);
    return;
  }
  const definition = define(element, name);
  if (definition.kind.endsWith('-of') && definition.values.length === 0) {
    const message = `‘${name}’ offers no choices of its own (they may come from the data); it was left out.`;
    report(draft, element, 'no-values', message);
    return;
  }
  if (isTrue(element, 'perItem')) {
    const message = `‘${name}’ is given to each item of a list; here it is given to the whole document.`;
    report(draft, element, 'per-item', message);
  }
  if (isTrue(element, 'perRegion')) {
    const types =
      given(element, 'whenLabelValue')
        ?.split(',')
        .map((type) => type.trim()) ?? [];
    draft.pending.push({ definition, types, element });
  } else if (draft.documentLabels.some((label) => label.name === name)) {
    report(
      draft,
      element,
      'duplicate-name',
      `Two controls are called ‘${name}’; the first one counts.`,
    );
  } else draft.documentLabels.push(definition);
}

function define(element: XmlElement, name: string): AttributeDefinition {
  const required = isTrue(element, 'required');
  const description = describeControl(element);
  const common = { required, description };
  switch (element.name) {
    case 'Number':
    case 'Rating':
      return newAttribute(name, { ...common, kind: 'number', default: presetNumber(element) });
    case 'TextArea':
    case 'DateTime':
      return newAttribute(name, { ...common, kind: 'text' });
    default:
      return defineChoice(element, name, common);
  }
}

function defineChoice(
  element: XmlElement,
  name: string,
  common: Pick<AttributeDefinition, 'required' | 'description'>,
): AttributeDefinition {
  const choices = choicesOf(element, '');
  const values = [...new Set(choices.map((choice) => choice.value))];
  const selected = choices.filter((choice) => choice.isSelected).map((choice) => choice.value);
  const isMany =
    element.name === 'Taxonomy'
      ? given(element, 'maxUsages') !== '1'
      : given(element, 'choice')?.toLowerCase() === 'multiple';
  return newAttribute(name, {
    ...common,
    kind: isMany ? 'many-of' : 'one-of',
    values,
    default: isMany ? (selected.length > 0 ? selected : null) : (selected[0] ?? null),
  });
}

/** All choices, nested ones as a path, in the order of the file. */
function choicesOf(
  element: XmlElement,
  path: string,
): readonly { readonly value: string; readonly isSelected: boolean }[] {
  return element.children.flatMap((child) => {
    const value = given(child, 'alias') ?? given(child, 'value');
    if (child.name !== 'Choice' || value === undefined) return [];
    const full = path + value;
    const isSelected = isTrue(child, 'selected');
    return [{ value: full, isSelected }, ...choicesOf(child, full + LEVEL)];
  });
}

function presetNumber(element: XmlElement): number | null {
  const preset = Number(given(element, 'defaultValue') ?? Number.NaN);
  return Number.isFinite(preset) ? preset : null;
}

function describeControl(element: XmlElement): string {
  const limit = (name: string, word: string) => {
    const value = given(element, name);
    return value === undefined ? [] : [`${word} ${value}.`];
  };
  const texts = [given(element, 'placeholder'), given(element, 'hint')].filter(Boolean);
  if (element.name === 'Rating')
    return [...texts, `1 to ${given(element, 'maxRating') ?? 5}.`].join(' ');
  return [...texts, ...limit('min', 'At least'), ...limit('max', 'At most')].join(' ');
}
