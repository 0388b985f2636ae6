import { newEntityType, newRelationType } from '../new-type.ts';
import { paletteColor } from '../palette.ts';
import { cssColor } from './css-color.ts';
import { type Draft, given, report } from './draft.ts';
import type { XmlElement } from './parse-xml.ts';

/** Reads `<Labels>` and its `<Label>`s: entity types. */
export function readLabels(element: XmlElement, draft: Draft): void {
  if (given(element, 'choice')?.toLowerCase() === 'multiple') {
    const message =
      'Here a region may have several labels; a span has one type, so it takes several spans.';
    report(draft, element, 'several-labels', message);
  }
  for (const child of element.children) {
    if (child.name === 'Label') addType(child, null, draft);
  }
}

/** Reads `<Taxonomy labeling="true">`: entity types, nested as its choices are. */
export function readLabelTaxonomy(
  element: XmlElement,
  draft: Draft,
  parent: string | null = null,
): void {
  for (const child of element.children) {
    if (child.name !== 'Choice') continue;
    const name = addType(child, parent, draft);
    if (name !== undefined) readLabelTaxonomy(child, draft, name);
  }
}

/** @returns its name; `undefined` where it has none. */
function addType(element: XmlElement, parent: string | null, draft: Draft): string | undefined {
  const value = given(element, 'value');
  const name = given(element, 'alias') ?? value;
  if (name === undefined) {
    report(draft, element, 'no-name', 'A label without a value was left out.');
    return undefined;
  }
  if (name.startsWith('$')) {
    report(
      draft,
      element,
      'from-data',
      `Labels that come from the data (‘${name}’) cannot be known here.`,
    );
    return undefined;
  }
  if (draft.entityTypes.some((type) => type.name === name)) {
    report(
      draft,
      element,
      'duplicate-type',
      `The label ‘${name}’ comes twice; the first one counts.`,
    );
    return name;
  }
  const color = cssColor(given(element, 'background') ?? '');
  const shown = value !== undefined && value !== name ? [`Shown as ‘${value}’.`] : [];
  draft.entityTypes.push(
    newEntityType(name, color ?? paletteColor(draft.entityTypes.length), {
      parent,
      key: hotkeyOf(element, name, draft),
      description: [...shown, given(element, 'hint') ?? ''].filter(Boolean).join(' '),
    }),
  );
  return name;
}

/** A key of one character, lower case, not yet taken; others are reported and dropped. */
function hotkeyOf(element: XmlElement, name: string, draft: Draft): string | null {
  const hotkey = given(element, 'hotkey');
  if (hotkey === undefined) return null;
  const key = hotkey.toLowerCase();
  if ([...key].length !== 1) {
    const message = `The hot key ‘${hotkey}’ of ‘${name}’ is not one character; it was left out.`;
    report(draft, element, 'key', message);
    return null;
  }
  if (draft.keys.has(key)) {
    report(
      draft,
      element,
      'key',
      `The hot key ‘${hotkey}’ of ‘${name}’ is taken; it was left out.`,
    );
    return null;
  }
  draft.keys.add(key);
  return key;
}

/** Reads `<Relations>` and its `<Relation>`s: relation types between any two spans. */
export function readRelations(element: XmlElement, draft: Draft): void {
  for (const child of element.children) {
    if (child.name !== 'Relation') continue;
    const name = given(child, 'value');
    if (name === undefined)
      report(draft, child, 'no-name', 'A relation without a value was left out.');
    else if (draft.relationTypes.some((type) => type.name === name)) {
      report(
        draft,
        child,
        'duplicate-type',
        `The relation ‘${name}’ comes twice; the first one counts.`,
      );
    } else {
      const color = cssColor(given(child, 'background') ?? '');
      draft.relationTypes.push(
        newRelationType(name, color ?? paletteColor(draft.relationTypes.length)),
      );
    }
  }
}
