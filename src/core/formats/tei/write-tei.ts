import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { offsetsOf } from '../../text/offsets.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { byId } from '../set-to-json.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { escapeXmlText, replaceIllegalXml } from '../xml/escape.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { emptyTag, startTag, textElement, XML_DECLARATION } from '../xml/write-xml.ts';
import { FEATURE, featureStructure, wordOf } from './features.ts';
import { planSpans } from './plan-spans.ts';
import { TEI } from './read-tei.ts';
import { readText } from './read-text.ts';
import { teiDocuments } from './tei-documents.ts';
import { XmlIds } from './xml-ids.ts';

/** Writes a file for each document of each annotator. */
export function writeTei(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'per-document').flatMap(({ path, documents }) =>
    documents.map((one) => ({ path: `${path}.xml`, parts: () => partsOf(one, options) })),
  );
}

/** The file as it was read, where it still says what the records say. */
export function unchanged({ document, records }: DocumentOfOne): string | undefined {
  const { raw = '' } = carriedJson(document, TEI) ?? {};
  const parsed = raw === '' ? undefined : parseXml(raw, '', { doctype: 'reference' });
  const [only] = parsed?.ok ? teiDocuments(parsed.value) : [];
  if (!only?.text) return undefined;
  const read = readText(only.text, only.standOffs);
  return read.text === document.text && sameRecords(read.records, records) ? raw : undefined;
}

/** Id of the element that holds the text. */
const TEXT_ID = 'text';

function* partsOf(one: DocumentOfOne, options: FormatOptions): Generator<string> {
  const raw = unchanged(one);
  if (raw !== undefined) {
    yield raw;
    return;
  }
  const { document, records } = one;
  const { inline, apart } = planSpans(records, options['form'] ?? 'inline');
  const ids = new XmlIds([TEXT_ID]);
  yield XML_DECLARATION;
  yield '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n';
  yield headerXml(document.name);
  const standOff = [...standOffXml(document.text, records, apart, ids)];
  if (standOff.length > 0) yield `  <standOff>\n${standOff.join('')}  </standOff>\n`;
  yield `  <text>\n    <body>\n      ${startTag('ab', { 'xml:id': TEXT_ID, 'xml:space': 'preserve' })}`;
  yield* textXml(document.text, inline, ids);
  yield '</ab>\n    </body>\n  </text>\n</TEI>\n';
}

function headerXml(name: string): string {
  return `  <teiHeader>
    <fileDesc>
      <titleStmt>
        ${textElement('title', replaceIllegalXml(name))}
      </titleStmt>
      <publicationStmt>
        <p>Written by Glossator.</p>
      </publicationStmt>
      <sourceDesc>
        <p>A text with annotations.</p>
      </sourceDesc>
    </fileDesc>
    <encodingDesc>
      <appInfo>
        <application ident="glossator" version="1">
          <label>Glossator</label>
        </application>
      </appInfo>
    </encodingDesc>
  </teiHeader>
`;
}

/** The text with its inline spans as elements. Offsets count in what is written, illegal characters being blanks. */
function* textXml(text: string, inline: readonly Span[], ids: XmlIds): Generator<string> {
  const shown = replaceIllegalXml(text, ' ');
  const ends: number[] = [];
  let at = 0;
  const upTo = (offset: number) => {
    const piece = escapeXmlText(shown.slice(at, offset));
    at = offset;
    return piece;
  };
  const closeUpTo = (offset: number) => {
    let closed = '';
    for (let end = ends.at(-1); end !== undefined && end <= offset; end = ends.at(-1)) {
      closed += `${upTo(end)}</name>`;
      ends.pop();
    }
    return closed;
  };
  for (const span of inline) {
    const [{ start, end }] = span.ranges;
    yield closeUpTo(start);
    yield upTo(start) + startTag('name', { 'xml:id': ids.of(span.id), ...typed(span.type) });
    ends.push(end);
  }
  yield closeUpTo(text.length);
  yield upTo(text.length);
}

/** A type as `type`; where that cannot hold it, `n` has it as it is. */
function typed(type: string, attribute = 'type') {
  const word = wordOf(type);
  return { [attribute]: word, n: word === type ? undefined : replaceIllegalXml(type) };
}

function* standOffXml(
  text: string,
  records: readonly AnnotationRecord[],
  apart: readonly Span[],
  ids: XmlIds,
): Generator<string> {
  const offsets = offsetsOf(text);
  for (const { id, type, ranges } of apart) {
    const numbers = ranges.flatMap(({ start, end }) => {
      const from = offsets.toCodePoints(start);
      return [from, offsets.toCodePoints(end) - from];
    });
    const target = `#string-range(${[TEXT_ID, ...numbers].join(',')})`;
    yield `    ${emptyTag('span', { 'xml:id': ids.of(id), ...typed(type), target })}\n`;
  }
  const relations = records.filter((record) => record.kind === 'relation').sort(byId);
  if (relations.length > 0) yield '    <listRelation>\n';
  for (const { id, type, from, to } of relations) {
    const ends = { active: `#${ids.of(from)}`, passive: `#${ids.of(to)}` };
    yield `      ${emptyTag('relation', { 'xml:id': ids.of(id), ...typed(type, 'name'), ...ends })}\n`;
  }
  if (relations.length > 0) yield '    </listRelation>\n';
  for (const record of [...records].sort(byId)) {
    if (record.kind !== 'span' && record.kind !== 'relation') continue;
    const features = featuresOf(record);
    if (features.length === 0) continue;
    yield `    ${featureStructure({ corresp: `#${ids.of(record.id)}` }, features)}\n`;
  }
  const said = documentFeatures(records);
  if (said.length > 0) yield `    ${featureStructure({ type: 'document' }, said)}\n`;
}

type Features = readonly (readonly [string, AttributeValue])[];

function featuresOf({ attributes, note }: Span | Relation): Features {
  const entries = Object.entries(attributes);
  return note === '' ? entries : [...entries, [FEATURE.note, note]];
}

function documentFeatures(records: readonly AnnotationRecord[]): Features {
  return [...records].sort(byId).flatMap((record): Features => {
    if (record.kind === 'label') return [[record.name, record.value]];
    if (record.kind === 'note') return [[FEATURE.note, record.text]];
    if (record.kind !== 'status') return [];
    return [
      [FEATURE.status, record.status],
      [FEATURE.statusAt, record.at],
    ];
  });
}
