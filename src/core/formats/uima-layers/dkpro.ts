import type { FeatureStructure } from './cas.ts';
import { DEPENDENCY, NAMED_ENTITY, POS } from './layer-document.ts';
import type { TypeSystem } from './type-system.ts';

const SYNTAX = 'de.tudarmstadt.ukp.dkpro.core.api.syntax.type';

/** DKPro makes a subtype of each tag; INCEpTION has one layer for all of them. */
const FAMILIES: readonly {
  readonly layer: string;
  readonly start: string;
  readonly tag: string;
}[] = [
  { layer: POS, start: packageOf(POS), tag: 'PosValue' },
  { layer: DEPENDENCY, start: packageOf(DEPENDENCY), tag: 'DependencyType' },
  { layer: NAMED_ENTITY, start: packageOf(NAMED_ENTITY), tag: 'value' },
  {
    layer: `${SYNTAX}.constituent.Constituent`,
    start: `${SYNTAX}.constituent.`,
    tag: 'constituentType',
  },
  { layer: `${SYNTAX}.chunk.Chunk`, start: `${SYNTAX}.chunk.`, tag: 'chunkValue' },
];

function packageOf(layer: string): string {
  return layer.slice(0, layer.lastIndexOf('.') + 1);
}

/** The layer of a structure: that of its family, where its tag says as much as its type. */
export function baseLayer({ type, values }: FeatureStructure): string {
  const family = FAMILIES.find(({ start, tag }) => type.startsWith(start) && values.has(tag));
  return family?.layer ?? type;
}

const METADATA = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.';

/** Whether structures of the type tell of the XML or HTML that a text was taken from: not what people annotate. */
export function isMarkup(type: string): boolean {
  return type.startsWith('org.dkpro.core.api.xml.type.');
}

/** Whether structures of the type speak of the document as a whole. */
export function isMetadata(type: string, types: TypeSystem): boolean {
  return type.startsWith(METADATA) || types.isA(type, 'uima.tcas.DocumentAnnotation');
}
