import { ACTIONS, type Action, type ActionId } from '#api/actions.ts';

/** All actions, in menu order. */
export const actions: readonly (Action & { readonly id: ActionId })[] = ACTIONS;

const byId = new Map<string, Action & { readonly id: ActionId }>(actions.map((a) => [a.id, a]));

/** The action of that id; `undefined` for what is none. */
export const actionOf = (id: string) => byId.get(id);

/** The first keys of an action; `undefined` where it has none. */
export const keysOf = (id: ActionId): string | undefined => byId.get(id)?.keys[0];
