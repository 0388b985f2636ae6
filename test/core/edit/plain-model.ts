/** A set as a beginner would write it: two lists, walked for everything; undo keeps whole copies. */
export interface PlainState {
  spans: {
    id: string;
    type: string;
    characters: number[];
    note: string;
    certain: boolean | undefined;
  }[];
  relations: { id: string; type: string; from: string; to: string; note: string }[];
  labels: { name: string; value: boolean }[];
}

export type PlainAction =
  | { do: 'addSpan'; id: string; type: string; from: number; size: number }
  | { do: 'retypeSpan'; n: number; type: string }
  | { do: 'setRange'; n: number; from: number; size: number }
  | { do: 'addRange'; n: number; from: number; size: number }
  | { do: 'removeSpan'; n: number }
  | { do: 'addRelation'; id: string; type: string; n: number; m: number }
  | { do: 'retypeRelation'; n: number; type: string }
  | { do: 'reverseRelation'; n: number }
  | { do: 'removeRelation'; n: number }
  | { do: 'setNote'; n: number; note: string }
  | { do: 'setCertain'; n: number; value: boolean | undefined }
  | { do: 'setLabel'; name: string; value: boolean | undefined }
  | { do: 'undo' }
  | { do: 'redo' };

/** Which ends a relation type allows, written out by hand for the types that the test uses. */
export const ALLOWED: Readonly<Record<string, (from: string, to: string) => boolean>> = {
  'holds role': (from, to) => from === 'Person' && to === 'Role',
  meets: (from, to) => from !== 'Role' && to !== 'Role',
  'part of': () => true,
};

const charactersOf = (from: number, size: number) =>
  Array.from({ length: size }, (_, i) => from + i);

/** What happens to the lists; `false` where the action is refused. */
export function act(state: PlainState, action: PlainAction): boolean {
  const { spans, relations, labels } = state;
  const span = 'n' in action ? spans[action.n % Math.max(1, spans.length)] : undefined;
  const relation = 'n' in action ? relations[action.n % Math.max(1, relations.length)] : undefined;
  const isAllowed = (type: string, from: string, to: string) => {
    const typeOf = (id: string) => spans.find((s) => s.id === id)?.type ?? '';
    return ALLOWED[type]?.(typeOf(from), typeOf(to)) ?? false;
  };
  const isTaken = (type: string, from: string, to: string, but = '') =>
    relations.some(
      (r) =>
        r.id !== but &&
        r.type === type &&
        ((r.from === from && r.to === to) || (type === 'meets' && r.from === to && r.to === from)),
    );
  switch (action.do) {
    case 'addSpan': {
      const characters = charactersOf(action.from, action.size);
      const isTwin = spans.some(
        (s) => s.type === action.type && s.characters.join() === characters.join(),
      );
      if (isTwin) return false;
      const certain = action.type === 'Person' ? true : undefined;
      spans.push({ id: action.id, type: action.type, characters, note: '', certain });
      return true;
    }
    case 'retypeSpan': {
      if (!span) return false;
      const old = span.type;
      const mine = relations.filter((r) => r.from === span.id || r.to === span.id);
      const fitted = mine.filter((r) => isAllowed(r.type, r.from, r.to));
      span.type = action.type;
      if (fitted.some((r) => !isAllowed(r.type, r.from, r.to))) {
        span.type = old;
        return false;
      }
      span.certain = action.type === 'Person' ? (span.certain ?? true) : undefined;
      return true;
    }
    case 'setRange':
      if (!span) return false;
      span.characters = charactersOf(action.from, action.size);
      return true;
    case 'addRange': {
      if (!span) return false;
      const more = charactersOf(action.from, action.size);
      if (more.every((c) => span.characters.includes(c))) return false;
      span.characters = [...new Set([...span.characters, ...more])].sort((a, b) => a - b);
      return true;
    }
    case 'removeSpan':
      if (!span) return false;
      state.spans = spans.filter((s) => s !== span);
      state.relations = relations.filter((r) => r.from !== span.id && r.to !== span.id);
      return true;
    case 'addRelation': {
      const [from, to] = [span?.id, spans[action.m % Math.max(1, spans.length)]?.id];
      if (!from || !to || from === to) return false;
      if (!isAllowed(action.type, from, to) || isTaken(action.type, from, to)) return false;
      relations.push({ id: action.id, type: action.type, from, to, note: '' });
      return true;
    }
    case 'retypeRelation':
      if (!relation || !isAllowed(action.type, relation.from, relation.to)) return false;
      if (isTaken(action.type, relation.from, relation.to, relation.id)) return false;
      relation.type = action.type;
      return true;
    case 'reverseRelation': {
      if (!relation || !isAllowed(relation.type, relation.to, relation.from)) return false;
      if (isTaken(relation.type, relation.to, relation.from, relation.id)) return false;
      [relation.from, relation.to] = [relation.to, relation.from];
      return true;
    }
    case 'removeRelation':
      if (!relation) return false;
      state.relations = relations.filter((r) => r !== relation);
      return true;
    case 'setNote':
      if (!span) return false;
      span.note = action.note;
      return true;
    case 'setCertain':
      if (!span || (span.type !== 'Person' && action.value !== undefined)) return false;
      span.certain = action.value;
      return true;
    case 'setLabel':
      state.labels = labels.filter((l) => l.name !== action.name);
      if (action.value !== undefined) state.labels.push({ name: action.name, value: action.value });
      return true;
    default:
      return false;
  }
}
