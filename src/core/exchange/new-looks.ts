import type { Schema } from '../model/schema.ts';
import { keyProblem, keyUses, RESERVED_KEYS } from '../schema/keys.ts';
import { paletteColor } from '../schema-formats/palette.ts';

const COLORS = 10;
const CHARACTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** Gives colours and keys to new types, so that as few as possible share one. */
export class NewLooks {
  readonly #colors: Set<string>;
  readonly #keys: Set<string>;
  #count: number;

  /**
   * @param types that are there, whose colours are taken.
   * @param among the part of the schema whose keys are taken.
   */
  constructor(types: readonly { readonly color: string }[], among: Schema) {
    this.#colors = new Set(types.map(({ color }) => color.toLowerCase()));
    this.#keys = new Set(keyUses(among).map(({ key }) => key));
    this.#count = types.length;
  }

  /** The colour that the type brings, unless another has it; then one that none has. */
  color(wanted: string | undefined): string {
    const color = this.#freeColor(wanted);
    this.#colors.add(color.toLowerCase());
    this.#count++;
    return color;
  }

  /** The key that the type brings, if it is free; else another one, if any is. */
  key(wanted: string | null, name: string): string | null {
    const letters = [...name.toLowerCase()].filter((letter) => /^[\p{L}\p{N}]$/u.test(letter));
    const key =
      this.ownKey(wanted) ??
      [...letters.slice(0, 50), ...CHARACTERS].find((one) => this.#isFree(one)) ??
      null;
    if (key !== null) this.#keys.add(key);
    return key;
  }

  /** The key that something brings, if it is free; else none. */
  ownKey(wanted: string | null): string | null {
    if (wanted === null || keyProblem(wanted) !== undefined || !this.#isFree(wanted)) return null;
    this.#keys.add(wanted);
    return wanted;
  }

  #isFree(key: string): boolean {
    return !this.#keys.has(key) && !RESERVED_KEYS.includes(key) && keyProblem(key) === undefined;
  }

  #freeColor(wanted: string | undefined): string {
    const isColor = wanted !== undefined && /^#[0-9a-f]{6}$/iu.test(wanted);
    if (isColor && !this.#colors.has(wanted.toLowerCase())) return wanted;
    for (let i = 0; i < COLORS; i++) if (!this.#colors.has(paletteColor(i))) return paletteColor(i);
    return isColor ? wanted : paletteColor(this.#count);
  }
}
