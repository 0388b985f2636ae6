import { create } from 'zustand';
import type { Point } from '../text/props.ts';

/** Where the menu of the text stands open; `null` for closed. */
export const useTextMenu = create<{ readonly at: Point | null }>()(() => ({ at: null }));

/** Opens the menu of the text at a place in the window. */
export const openTextMenu = (at: Point) => useTextMenu.setState({ at });

/** Closes it. */
export const closeTextMenu = () => useTextMenu.setState({ at: null });
