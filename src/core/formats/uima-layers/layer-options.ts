import type { FormatOption, FormatOptions } from '../format.ts';
import { CHAINS_OPTION } from '../tokens/chains.ts';
import type { TypesFrom } from './homes.ts';

/** Into which layers types go that were not read from one. */
export const LAYERS_OPTION: FormatOption = {
  id: 'layers',
  name: 'Layers',
  description:
    'Where types stand that did not come from such a file; INCEpTION must have these layers.',
  choices: [
    { value: 'named-entity', name: 'All in the layer NamedEntity; the type is its value' },
    { value: 'by-type', name: 'A layer of its own for each type: webanno.custom.Person' },
  ],
  default: 'named-entity',
};

/** What names the type of an annotation, when layers are read. */
const TYPES_OPTION: FormatOption = {
  id: 'types',
  name: 'Types',
  description: 'What becomes the type of a span or relation.',
  choices: [
    { value: 'tags', name: 'The tag of the layer (value, label, …); its name where it has none' },
    { value: 'layers', name: 'The name of the layer; all its features are attributes' },
  ],
  default: 'tags',
};

/** The choices about reading layers. */
export const LAYER_READ_OPTIONS: readonly FormatOption[] = [TYPES_OPTION, CHAINS_OPTION];

/** The chosen source of types. */
export function typesFrom(options: FormatOptions): TypesFrom {
  return options['types'] === 'layers' ? 'layers' : 'tags';
}
