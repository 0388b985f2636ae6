import type { Settings } from '#api/calls/app.ts';

/** How much of a type's spans is seen: faint, or nothing. */
export type TypeLook = 'dimmed' | 'hidden';

/** How the text and what lies on it are shown; none of it changes offsets or annotations. */
export interface Looks
  extends Pick<
    Settings,
    'chips' | 'relations' | 'showInvisibles' | 'gutter' | 'wrapLines' | 'showMap'
  > {
  /** Entity types that are not shown as usual, by name. */
  readonly types: ReadonlyMap<string, TypeLook>;
}

export const PLAIN_LOOKS: Looks = {
  chips: 'full',
  relations: 'visible',
  showInvisibles: false,
  gutter: 'none',
  wrapLines: true,
  showMap: false,
  types: new Map(),
};
