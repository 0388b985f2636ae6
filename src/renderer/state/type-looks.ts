import { create } from 'zustand';
import type { EntityType } from '#core/model/schema.ts';
import type { TypeLook } from '../text/looks.ts';
import { useSession } from './session.ts';

const ALL_SHOWN: ReadonlyMap<string, TypeLook> = new Map();

/**
 * Entity types that are dimmed or hidden in the text of this window. Not kept: whoever opens a project
 * sees all that is in it.
 */
export const useTypeLooks = create<{ readonly types: ReadonlyMap<string, TypeLook> }>()(() => ({
  types: ALL_SHOWN,
}));

const entityTypes = () => useSession.getState().project?.schema.entityTypes ?? [];

/** The type and all that are kinds of it. */
function family(name: string, types: readonly EntityType[]): Set<string> {
  const names = new Set([name]);
  let before = 0;
  while (before < names.size) {
    before = names.size;
    for (const type of types)
      if (type.parent !== null && names.has(type.parent)) names.add(type.name);
  }
  return names;
}

/** Gives a type, with its kinds, that look; `null` shows it as usual. */
export function setTypeLook(name: string, look: TypeLook | null) {
  const types = new Map(useTypeLooks.getState().types);
  for (const each of family(name, entityTypes())) {
    if (look === null) types.delete(each);
    else types.set(each, look);
  }
  useTypeLooks.setState({ types });
}

/** Dims every type but this one and its kinds, which are shown. */
export function dimOtherTypes(name: string) {
  const all = entityTypes();
  const shown = family(name, all);
  const others = all.filter((type) => !shown.has(type.name));
  useTypeLooks.setState({ types: new Map(others.map((type) => [type.name, 'dimmed'])) });
}

/** Shows every type as usual. */
export const showAllTypes = () => useTypeLooks.setState({ types: ALL_SHOWN });

let path = useSession.getState().project?.path;
useSession.subscribe(({ project }) => {
  if (project?.path === path) return;
  path = project?.path;
  if (useTypeLooks.getState().types.size > 0) showAllTypes();
});
