import { create } from 'zustand';
import type { AnnotationRef, Point } from '../text/props.ts';

interface OpenMenu {
  readonly at: Point;
  /** What it is about; `null`: the selected words, or the text as such. */
  readonly ref: AnnotationRef | null;
}

/** The menu of the text, where it stands open; `null` for closed. */
export const useTextMenu = create<{ readonly open: OpenMenu | null }>()(() => ({ open: null }));

/** Opens the menu of the text at a place in the window. */
export const openTextMenu = (at: Point, ref: AnnotationRef | null) =>
  useTextMenu.setState({ open: { at, ref } });

/** Closes it. */
export const closeTextMenu = () => useTextMenu.setState({ open: null });
