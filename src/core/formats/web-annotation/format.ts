import { ok } from '../../result.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { Format, FormatOption, FormatOptions, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject } from '../json/json-values.ts';
import type { OffsetUnit } from '../json/offset-units.ts';
import type { Loss } from '../losses.ts';
import { listOf } from './read-target.ts';
import { readWebAnnotation } from './read-web-annotation.ts';
import { isWritten, writeWebAnnotation } from './write-web-annotation.ts';

const POSITIONS: FormatOption = {
  id: 'offsets',
  name: 'Positions',
  description: 'What they count. The standard says code points; many programs for browsers do not.',
  choices: [
    { value: 'code-points', name: 'Unicode code points, as the standard says' },
    { value: 'utf-16', name: 'UTF-16 code units, as Recogito and Hypothesis' },
  ],
  default: 'code-points',
};

const FORM: FormatOption = {
  id: 'form',
  name: 'Form',
  description: 'How the annotations are held together.',
  choices: [
    { value: 'list', name: 'A list (.json)' },
    { value: 'page', name: 'An annotation page (.jsonld)' },
  ],
  default: 'list',
};

const TEXTS: FormatOption = {
  id: 'texts',
  name: 'Texts',
  description: 'The texts that the annotations are about, as files beside them.',
  choices: [
    { value: 'files', name: 'One file per document' },
    { value: 'left-out', name: 'Leave out' },
  ],
  default: 'files',
};

function unitOf(options: FormatOptions): OffsetUnit {
  return options['offsets'] === 'utf-16' ? 'utf-16' : 'code-points';
}

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  if (!isObject(value)) return 0;
  const contexts = listOf(value['@context']).map(String);
  if (contexts.some((one) => /\/\/www\.w3\.org\/ns\/anno\b/u.test(one))) return 0.98;
  const types = listOf(value['type']);
  if (!types.includes('Annotation')) return types.includes('AnnotationPage') ? 0.8 : 0;
  return 'target' in value ? 0.9 : 0;
}

function losses(dataset: Dataset): readonly Loss[] {
  const count = [...setsOf(dataset)].filter(({ set }) => !set.records.some(isWritten)).length;
  const why = 'Annotations say who made them; who made none is not named.';
  return count === 0 ? [] : [{ what: 'names of annotators who annotated nothing', count, why }];
}

/** Annotations as the World Wide Web Consortium has them. */
export const webAnnotation: Format = {
  id: 'web-annotation',
  name: 'W3C Web Annotation (JSON-LD)',
  description:
    'Annotations with position and words, for the web and for archives; the texts as files beside them. Types are tags, attributes a body of JSON, relations annotations that link. Where position and words differ, the words count. Positions count Unicode code points, or what an option says.',
  extensions: ['json', 'jsonld'],
  unit: 'code points',
  versions: 'Web Annotation Data Model 1.0 (2017); Recogito’s W3C form',
  loses: ['schema', 'statuses'],
  losesWith: (options) =>
    options['texts'] === 'left-out' ? ['schema', 'statuses', 'texts'] : ['schema', 'statuses'],
  losses,
  options: [FORM, POSITIONS, TEXTS],
  readOptions: [POSITIONS],
  textsBeside: true,
  recognizes,
  read: (files, options) => readWebAnnotation(files, unitOf(options)),
  write: (dataset, options) => ok(writeWebAnnotation(dataset, options, unitOf(options))),
};
