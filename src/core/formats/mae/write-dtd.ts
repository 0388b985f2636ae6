import type { AttributeDefinition, Schema } from '../../model/schema.ts';
import { attributesOf } from '../../schema/inherit.ts';
import type { StoredNames } from '../stored-names.ts';
import { escapeXmlAttribute, replaceIllegalXml } from '../xml/escape.ts';
import { DOCUMENT_TAG, NOTE } from './names.ts';
import { NAMES_COMMENT } from './parse-dtd.ts';

/** Tags that are said of a document, with the attributes that they have. */
export type LabelTags = ReadonlyMap<string, readonly AttributeDefinition[]>;

/** A DTD as MAE and MedTator read it: a declaration in each line. */
export function writeDtd(
  task: string,
  schema: Schema,
  names: StoredNames,
  labels: LabelTags,
  endsOf: (relationType: string) => readonly string[],
): string {
  const lines = [`<!ENTITY name "${task}">`, ''];
  const changed = names.changed();
  if (changed.length > 0) {
    // Neither `--`, which would end the comment, nor `<`, which could be taken for a declaration.
    const json = JSON.stringify(changed.map(([stored, name]) => [stored, replaceIllegalXml(name)]));
    const safe = json.replace(
      /[-<>\u2028\u2029]/gu,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    lines.push(`<!-- ${NAMES_COMMENT}${safe} -->`, '');
  }
  for (const { name } of schema.entityTypes) {
    const tag = names.of(name);
    const isLabel = labels.has(name);
    lines.push(`<!ELEMENT ${tag} ( #PCDATA ) >`);
    if (isLabel) lines.push(`<!ATTLIST ${tag} spans #IMPLIED >`);
    const own = attributesOf(schema.entityTypes, name);
    lines.push(...attributeLines(tag, [...own, ...(labels.get(name) ?? [])], names), '');
  }
  const entities = new Set(schema.entityTypes.map(({ name }) => name));
  for (const [name, attributes] of labels) {
    if (entities.has(name)) continue;
    const tag = names.of(name);
    lines.push(`<!ELEMENT ${tag} ( #PCDATA ) >`, `<!ATTLIST ${tag} spans #IMPLIED >`);
    lines.push(...attributeLines(tag, attributes, names), '');
  }
  for (const { name } of schema.relationTypes) {
    const tag = names.of(name);
    lines.push(`<!ELEMENT ${tag} EMPTY >`);
    for (const [i, end] of endsOf(name).entries()) {
      lines.push(`<!ATTLIST ${tag} arg${i} IDREF prefix="${end}" #IMPLIED>`);
    }
    lines.push(...attributeLines(tag, attributesOf(schema.relationTypes, name), names), '');
  }
  lines.push(
    `<!ELEMENT ${DOCUMENT_TAG} ( #PCDATA ) >`,
    `<!ATTLIST ${DOCUMENT_TAG} spans #IMPLIED >`,
  );
  for (const name of [NOTE, 'status', 'statusAt']) {
    lines.push(`<!ATTLIST ${DOCUMENT_TAG} ${name} CDATA "" >`);
  }
  return `${lines.join('\n')}\n`;
}

function attributeLines(
  tag: string,
  attributes: readonly AttributeDefinition[],
  names: StoredNames,
): readonly string[] {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const attribute of attributes) {
    const name = attribute.name === 'value' ? 'value' : names.of(attribute.name);
    if (seen.has(name)) continue;
    seen.add(name);
    lines.push(`<!ATTLIST ${tag} ${name} ${typeOf(attribute)} >`);
  }
  return [...lines, `<!ATTLIST ${tag} ${NOTE} CDATA "" >`];
}

/** What MedTator takes for a choice. */
const CHOICE = /^[A-Za-z0-9_ -]+$/u;

/** Choices as a list, where MedTator reads each of them; all else as text. */
function typeOf({ kind, values, default: given, required }: AttributeDefinition): string {
  const state = required ? '#REQUIRED' : '#IMPLIED';
  const choices = kind === 'yes-no' ? ['true', 'false'] : kind === 'one-of' ? values : [];
  const fallback = given === null || typeof given === 'object' ? '' : String(given);
  const isList =
    choices.length > 0 && choices.every((one) => CHOICE.test(one) && one.trim() === one);
  if (isList) return `( ${choices.join(' | ')} ) ${state} "${fallback}"`;
  const text = escapeXmlAttribute(replaceIllegalXml(fallback)).replace(/&#\d+;/gu, ' ');
  return `CDATA "${text}"${required ? ' #REQUIRED' : ''}`;
}
