/**
 * Colours for types whose file gives none. Neighbours differ in hue and in lightness, so that they
 * can be told apart by people who do not see red and green.
 */
const PALETTE: readonly string[] = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#7b61c4',
  '#8a9a0a',
  '#a6475e',
  '#4d7c8a',
];

/** The colour of the type that stands at that place in its list. */
export function paletteColor(index: number): string {
  return PALETTE[index % PALETTE.length] ?? '#0072b2';
}
