import type { Attributes, AttributeValue } from '../../model/attribute.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import { completeSchema } from '../complete-schema.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { type ChainLinks, withChains } from '../tokens/chains.ts';
import { newDocumentIds } from '../tokens/names-of-documents.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Home, HomeNames, type TypesFrom } from './homes.ts';
import { decodeIdentifier } from './identifiers.ts';
import type { Features, LayerDocument, LayerRelation, LayerSpan } from './layer-document.ts';
import { featureAt, NOTE } from './layer-document.ts';
import { reservedFeatures } from './reserved.ts';
import { isTypeName } from './tag-feature.ts';

/** How layers are read. */
export interface LayerReading {
  readonly format: string;
  readonly types: TypesFrom;
  readonly chains: ChainLinks;
}

/** Makes a dataset of documents with layers: their types, attributes, relations and chains. */
export function datasetOfLayers(
  name: string,
  documents: readonly LayerDocument[],
  reading: LayerReading,
  problems: ProblemList,
): Dataset {
  const names = new HomeNames(documents, reading.types);
  const newId = newDocumentIds();
  const drafts = documents.map((document) => {
    const spans = document.spans.map((span, i) => spanOf(span, i, names));
    const relations = document.relations.flatMap((one, i) => relationOf(one, i, spans, names));
    const chains = document.spans.map(({ chain }) => chain);
    // Numbered anew: chains make relations, too.
    const records = [...withChains(spans, chains, reading.chains), ...relations];
    return { document, records };
  });
  const homes = names.homes();
  const read = drafts.map(({ document, records }): DatasetDocument => {
    const { text, tokens, sentences, metadata, source } = document;
    const data = { source, fingerprint: fingerprintOf(records), homes };
    return {
      id: newId(document.name),
      name: document.name,
      text,
      sets: [{ annotator: IMPORTED, records }],
      ...(tokens.length > 0 ? { tokens } : {}),
      ...(sentences.length > 0 ? { sentences } : {}),
      ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
      carried: { format: reading.format, data },
    };
  });
  const schema = completeSchema(schemaFromUse(read), read);
  return { name, schema, documents: read, ...problems.field() };
}

function spanOf(span: LayerSpan, index: number, names: HomeNames): Span {
  const tag = names.tagOf(span.layer);
  const home: Home = {
    kind: span.chain === null ? 'span' : 'chain',
    layer: span.layer,
    feature: null,
    linkType: null,
    tag,
    value: tagValue(span.features, tag),
  };
  const { attributes, note } = attributesOf(span.features, tag);
  const { start, end } = span.range;
  const ranges: Span['ranges'] = [{ start, end }];
  return {
    kind: 'span',
    id: `s${index + 1}`,
    type: names.nameOf(home),
    ranges,
    attributes,
    note,
  };
}

function relationOf(
  relation: LayerRelation,
  index: number,
  spans: readonly Span[],
  names: HomeNames,
): readonly Relation[] {
  const [from, to] = [spans[relation.from], spans[relation.to]];
  if (!from || !to) return [];
  const isLink = relation.feature !== null;
  const tag = isLink ? 'role' : names.tagOf(relation.layer);
  const home: Home = {
    kind: isLink ? 'link' : 'relation',
    layer: relation.layer,
    feature: relation.feature,
    linkType: relation.linkType,
    tag,
    value: tagValue(relation.features, tag),
  };
  const { attributes, note } = attributesOf(relation.features, tag);
  const type = names.nameOf(home);
  return [
    {
      kind: 'relation',
      id: `l${index + 1}`,
      type,
      from: from.id,
      to: to.id,
      attributes,
      note,
    },
  ];
}

function tagValue(features: Features, tag: string | null): string | null {
  const value = tag === null ? undefined : featureAt(features, tag);
  return isTypeName(value) ? value : null;
}

function attributesOf(
  features: Features,
  tag: string | null,
): { readonly attributes: Attributes; readonly note: string } {
  const attributes: [string, AttributeValue][] = [];
  let note = '';
  const reserved = reservedFeatures(tag);
  for (const [name, value] of Object.entries(features)) {
    if (name === tag && isTypeName(value)) continue;
    if (name === NOTE && typeof value === 'string') note = value;
    else attributes.push([decodeIdentifier(name, reserved), value]);
  }
  return { attributes: Object.fromEntries(attributes), note };
}
