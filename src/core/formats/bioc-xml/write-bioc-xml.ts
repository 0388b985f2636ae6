import type {
  BiocAnnotation,
  BiocDocument,
  BiocHead,
  BiocRelation,
  BiocSentence,
} from '../bioc/collection.ts';
import { infonText } from '../bioc/infons.ts';
import { collectionsOf } from '../bioc/write-collections.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import type { JsonObject } from '../json/json-values.ts';
import { replaceIllegalXml } from '../xml/escape.ts';
import { emptyTag, startTag, textElement, XML_DECLARATION } from '../xml/write-xml.ts';

/** Writes collections as XML of version 1, document by document, elements in the order of its DTD. */
export function writeBiocXml(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return collectionsOf(dataset, options).map((collection) => ({
    path: `${collection.path}.xml`,
    *parts() {
      yield XML_DECLARATION;
      yield '<!DOCTYPE collection SYSTEM "BioC.dtd">\n<collection>\n';
      yield headXml(collection);
      for (const document of collection.documents()) yield documentXml(document);
      yield '</collection>\n';
    },
  }));
}

const INDENT = '  ';

/** Text in an element; what XML cannot hold becomes a blank, so that offsets stay. */
function element(depth: number, name: string, text: string, attributes = {}): string {
  return `${INDENT.repeat(depth)}${textElement(name, replaceIllegalXml(text, ' '), legal(attributes))}\n`;
}

function legal<Values extends Readonly<Record<string, string | number>>>(attributes: Values) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? replaceIllegalXml(value, ' ') : value,
    ]),
  );
}

function headXml({ source, date, key, infons }: BiocHead): string {
  const parts = [element(1, 'source', source), element(1, 'date', date), element(1, 'key', key)];
  return parts.join('') + infonsXml(1, infons);
}

function infonsXml(depth: number, infons: JsonObject): string {
  return Object.entries(infons)
    .map(([key, value]) => {
      const text =
        infonText(infons, key) || (typeof value === 'string' ? '' : JSON.stringify(value));
      return element(depth, 'infon', text, { key });
    })
    .join('');
}

function documentXml({ id, infons, passages, annotations, relations }: BiocDocument): string {
  let xml = `${INDENT}<document>\n${element(2, 'id', id)}${infonsXml(2, infons)}`;
  for (const passage of passages) {
    xml += `${INDENT.repeat(2)}<passage>\n${partXml(3, passage)}`;
    for (const sentence of passage.sentences) {
      xml += `${INDENT.repeat(3)}<sentence>\n${partXml(4, sentence)}${markedXml(4, sentence)}`;
      xml += `${INDENT.repeat(3)}</sentence>\n`;
    }
    xml += `${markedXml(3, passage)}${INDENT.repeat(2)}</passage>\n`;
  }
  return `${xml}${markedXml(2, { annotations, relations })}${INDENT}</document>\n`;
}

function partXml(depth: number, { infons, offset, text }: BiocSentence): string {
  const place = Number.isNaN(offset) ? '' : element(depth, 'offset', String(offset));
  const words = text === undefined ? '' : element(depth, 'text', text);
  return infonsXml(depth, infons) + place + words;
}

function markedXml(
  depth: number,
  { annotations, relations }: Pick<BiocSentence, 'annotations' | 'relations'>,
): string {
  return [
    ...annotations.map((one) => annotationXml(depth, one)),
    ...relations.map((one) => relationXml(depth, one)),
  ].join('');
}

function annotationXml(depth: number, { id, infons, locations, text }: BiocAnnotation): string {
  const indent = INDENT.repeat(depth);
  let xml = `${indent}${startTag('annotation', legal({ id }))}\n${infonsXml(depth + 1, infons)}`;
  for (const { offset, length } of locations) {
    const attributes = Object.fromEntries(
      Object.entries({ offset, length }).filter(([, value]) => !Number.isNaN(value)),
    );
    xml += `${indent}${INDENT}${emptyTag('location', attributes)}\n`;
  }
  return `${xml}${element(depth + 1, 'text', text)}${indent}</annotation>\n`;
}

function relationXml(depth: number, { id, infons, nodes }: BiocRelation): string {
  const indent = INDENT.repeat(depth);
  let xml = `${indent}${startTag('relation', legal({ id }))}\n${infonsXml(depth + 1, infons)}`;
  for (const node of nodes) xml += `${indent}${INDENT}${emptyTag('node', legal({ ...node }))}\n`;
  return `${xml}${indent}</relation>\n`;
}
