import type { NameRule } from '../stored-names.ts';

/** Attribute that holds notes. */
export const NOTE = 'note';
/** Tag that holds note and status of a document. */
export const DOCUMENT_TAG = 'glossator_document';

/** What stands in every tag, or would be taken for an end of a link. */
const RESERVED = /^(?:id|spans|text|start|end|note|value|arg\d+|.*(?:ID|Text))$/u;

/** Names that MAE and MedTator read: letters without accents, digits and `_`. */
export const MAE_NAMES: NameRule = {
  isStorable,
  toStored: storable,
  taken: ['TEXT', 'TAGS', 'META', DOCUMENT_TAG],
};

function isStorable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) && !RESERVED.test(name) && !name.startsWith('xml');
}

function storable(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_]+/gu, '_');
  const started = /^[A-Za-z_]/u.test(plain) && !plain.startsWith('xml') ? plain : `_${plain}`;
  return isStorable(started) ? started : `${started}_`;
}
