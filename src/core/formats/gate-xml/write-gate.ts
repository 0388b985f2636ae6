import type {
  FeatureClass,
  FeatureClasses,
  GateAnnotation,
  GateDocument,
  GateRelation,
  GateSet,
} from '../bdoc/gate-document.ts';
import type { Linguistic } from '../bdoc/read-set.ts';
import { gateOfDocument, isUnchanged } from '../bdoc/write-document.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import { safeFileName, uniqueNames, withoutTextExtension } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson } from '../json/carried-json.ts';
import type { JsonObject } from '../json/json-values.ts';
import { escapeXmlText, replaceIllegalXml } from '../xml/escape.ts';
import { startTag } from '../xml/write-xml.ts';
import { readFeatureValue, STRING, writeFeatureValue } from './feature-value.ts';
import { parseGate } from './parse-gate.ts';
import { GATE_XML, NAME_FEATURE } from './read-gate.ts';

/** Writes a GATE document for each document, with all annotators as annotation sets of their names. */
export function writeGate(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const unique = uniqueNames();
  return dataset.documents.map((document) => ({
    path: `${unique(safeFileName(withoutTextExtension(document.name)))}.xml`,
    parts: () => partsOf(document, options),
  }));
}

function* partsOf(document: DatasetDocument, options: FormatOptions): Generator<string> {
  const carried = carriedJson(document, GATE_XML);
  const linguistic: Linguistic = carried?.reading === 'spans' ? 'spans' : 'tokens';
  const parsed = carried && parseGate(carried.raw, '');
  const gate = parsed?.ok ? parsed.value.gate : undefined;
  if (carried && gate && isUnchanged(document, gate, linguistic)) yield carried.raw;
  else {
    const before = gate && { gate, linguistic };
    const after = gateOfDocument(document, options, 'relations', before);
    // A document that came from GATE keeps its features, and its file its name.
    const features = carried
      ? after.features
      : { ...after.features, [NAME_FEATURE]: document.name };
    yield* xmlOf({ ...after, features });
  }
}

const legal = (text: string) => replaceIllegalXml(text);

function* xmlOf({ text, features, classes, sets }: GateDocument): Generator<string> {
  yield `<?xml version='1.0' encoding='UTF-8'?>\n<GateDocument version="3">\n`;
  yield "<!-- The document's features-->\n\n<GateDocumentFeatures>\n";
  yield* featuresXml(features, classes);
  yield '</GateDocumentFeatures>\n<!-- The document content area with serialized nodes -->\n\n';
  yield `<TextWithNodes>${textWithNodes(text, sets)}</TextWithNodes>\n`;
  const [unnamed, named] = [
    sets.filter(({ name }) => name === ''),
    sets.filter(({ name }) => name),
  ];
  yield '<!-- The default annotation set -->\n\n<AnnotationSet>\n';
  for (const set of unnamed) yield* annotationsXml(set.annotations);
  yield '</AnnotationSet>\n';
  for (const { name, annotations } of named) {
    yield `\n<!-- Named annotation set -->\n\n${startTag('AnnotationSet', { Name: legal(name) })}\n`;
    yield* annotationsXml(annotations);
    yield '</AnnotationSet>\n';
  }
  for (const { name, relations } of sets) {
    if (relations.length === 0) continue;
    yield `\n${startTag('RelationSet', { Name: name === '' ? undefined : legal(name) })}\n`;
    yield* relationsXml(relations);
    yield '</RelationSet>\n';
  }
  yield '\n</GateDocument>\n';
}

/** The text with a node at each place where an annotation starts or ends. */
function textWithNodes(text: string, sets: readonly GateSet[]): string {
  const used = new Set([0, text.length]);
  for (const { annotations } of sets) {
    for (const { start, end } of annotations) used.add(start).add(end);
  }
  const offsets = [...used].sort((a, b) => a - b);
  const pieces: string[] = [];
  const shown = replaceIllegalXml(text, ' ');
  for (const [i, offset] of offsets.entries()) {
    const next = offsets[i + 1] ?? offset;
    pieces.push(`<Node id="${offset}"/>${escapeXmlText(shown.slice(offset, next))}`);
  }
  return pieces.join('');
}

function* annotationsXml(annotations: readonly GateAnnotation[]): Generator<string> {
  for (const { id, type, start, end, features, classes } of annotations) {
    const attributes = { Id: id, Type: legal(type), StartNode: start, EndNode: end };
    yield `${startTag('Annotation', attributes)}\n`;
    yield* featuresXml(features, classes);
    yield '</Annotation>\n';
  }
}

function* relationsXml(relations: readonly GateRelation[]): Generator<string> {
  for (const { id, type, members, features, classes, userData = '' } of relations) {
    const attributes = { Id: id, Type: legal(type), Members: members.join(';') };
    yield `${startTag('Relation', attributes)}\n<UserData>${escapeXmlText(userData)}</UserData>\n`;
    yield* featuresXml(features, classes);
    yield '</Relation>\n';
  }
}

function* featuresXml(features: JsonObject, classes: FeatureClasses = {}): Generator<string> {
  for (const [name, value] of Object.entries(features)) {
    const was = Object.hasOwn(classes, name) ? classes[name] : undefined;
    const { className, itemClassName, text } =
      was && isSame(was, value) ? was : writeFeatureValue(value);
    const inside = className === STRING ? escapeXmlText(legal(text)) : cdata(legal(text));
    yield `<Feature>\n  ${startTag('Name', { className: STRING })}${escapeXmlText(legal(name))}</Name>\n`;
    yield `  ${startTag('Value', { className, itemClassName })}${inside}</Value>\n</Feature>\n`;
  }
}

/** XML inside of XML as GATE writes it; anything else is escaped. */
function cdata(text: string): string {
  const isPlain = !text.startsWith('<') || text.includes(']]>') || text.includes('\r');
  return isPlain ? escapeXmlText(text) : `<![CDATA[${text}]]>`;
}

function isSame(was: FeatureClass, value: unknown): boolean {
  return JSON.stringify(readFeatureValue(was)) === JSON.stringify(value);
}
