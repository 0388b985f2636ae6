import type { Args } from '#api/contract.ts';

/** What the window says of its actions: which can be done, what they are called now, which are on. */
export type MenuState = Args<'app.menu'>;

/** Before the window has said anything. */
export const EMPTY_MENU_STATE: MenuState = { enabled: {}, labels: {}, checked: {} };
