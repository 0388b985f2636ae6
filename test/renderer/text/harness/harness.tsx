import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Change } from '#core/edit/change.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Ranges } from '#core/model/range.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { PLAIN_LOOKS, type TypeLook } from '../../../../src/renderer/text/looks.ts';
import type { AnnotationRef, TextViewHandle } from '../../../../src/renderer/text/props.ts';
import { TextView } from '../../../../src/renderer/text/TextView.tsx';
import '../../../../src/renderer/theme/tokens.css';

/** What `../shared/bench/driver.mjs` and the tests call. */
interface Entity {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly more?: readonly { readonly start: number; readonly end: number }[];
}
interface Annotations {
  readonly entities: readonly Entity[];
  readonly relations: readonly { id: string; from: string; to: string; label: string }[];
}

const COLORS = [
  '#c2410c',
  '#1d4ed8',
  '#15803d',
  '#a16207',
  '#7e22ce',
  '#0e7490',
  '#be185d',
  '#4d7c0f',
];

function schemaOf(names: Iterable<string>, relations: Iterable<string>): Schema {
  const type = (name: string, i: number) => ({
    name,
    parent: null,
    color: COLORS[i % COLORS.length] ?? '#888888',
    key: null,
    description: `A ${name} named in the text.`,
    examples: [],
    attributes: [],
  });
  return {
    entityTypes: [...new Set(names)].map(type),
    relationTypes: [...new Set(relations)].map((name, i) => ({
      ...type(name, i + 3),
      from: [],
      to: [],
      symmetric: false,
    })),
    documentLabels: [],
  };
}

function spanOf({ id, start, end, label, more = [] }: Entity): Span {
  const ranges: Ranges = [{ start, end }, ...more];
  return { kind: 'span', id, type: label, ranges, attributes: {}, note: '' };
}

function recordsOf({ entities, relations }: Annotations): AnnotationRecord[] {
  return [
    ...entities.map(spanOf),
    ...relations.map(({ id, from, to, label }) => ({
      kind: 'relation' as const,
      id,
      type: label,
      from,
      to,
      attributes: {},
      note: '',
    })),
  ];
}

const EMPTY: Annotations = { entities: [], relations: [] };

interface State {
  readonly text: string;
  readonly index: SetIndex;
  readonly schema: Schema;
  readonly version: number;
}

let update: (change: (state: State) => State) => void = () => {};
let configure: (props: Record<string, unknown>) => void = () => {};
let handle: TextViewHandle | null = null;
const log: unknown[] = [];

let begin: () => void = () => {};
const ready = new Promise<void>((resolve) => {
  begin = resolve;
});

function Harness() {
  const [state, setState] = useState<State>({
    text: '',
    index: new SetIndex(),
    schema: schemaOf([], []),
    version: 0,
  });
  const [extra, setExtra] = useState<Record<string, unknown>>({});
  const [selected, setSelected] = useState<AnnotationRef | null>(null);
  const ref = useRef<TextViewHandle>(null);
  useEffect(() => {
    update = (change) => flushSync(() => setState(change));
    configure = (given) =>
      flushSync(() => {
        let props = given;
        if ('looks' in props) {
          const { types = [], ...looks } = props['looks'] as Record<string, unknown>;
          const map = new Map(types as Iterable<[string, TypeLook]>);
          props = { ...props, looks: { ...PLAIN_LOOKS, ...looks, types: map } };
        }
        if ('selected' in props) setSelected(props['selected'] as AnnotationRef | null);
        setExtra((before) => ({ ...before, ...props }));
      });
    handle = ref.current;
    begin();
  });
  const tell =
    (name: string) =>
    (...args: unknown[]) => {
      log.push([name, ...args]);
    };
  return (
    <TextView
      ref={ref}
      name="test.txt"
      linking={null}
      armed={null}
      edges={false}
      readOnly={false}
      textSize={17}
      lineHeight={1.9}
      snap="word"
      looks={PLAIN_LOOKS}
      {...extra}
      {...state}
      selected={selected}
      onSelectWords={tell('words')}
      onSelect={(next) => {
        log.push(['select', next]);
        setSelected(next);
      }}
      onTag={tell('tag')}
      onMoveEdges={tell('edges')}
      onEdgesEnd={() => {
        log.push(['edgesEnd']);
        setExtra((before) => ({ ...before, edges: false }));
      }}
      onLink={(from, to) => log.push(['link', from, to])}
    />
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Harness />);

Object.assign(window, {
  log,
  ready,
  load(text: string, annotations: Annotations = EMPTY) {
    const { entities, relations } = annotations;
    update((state) => ({
      text,
      index: new SetIndex(recordsOf(annotations)),
      schema: schemaOf(
        entities.map((e) => e.label),
        relations.map((r) => r.label),
      ),
      version: state.version + 1,
    }));
  },
  addOne(entity: Entity) {
    update((state) => {
      const change: Change = { added: { [entity.id]: spanOf(entity) }, updated: {}, removed: {} };
      state.index.apply(change);
      return { ...state, version: state.version + 1 };
    });
  },
  gotoOffset: (offset: number) => handle?.reveal({ start: offset, end: offset }),
  set: (props: Record<string, unknown>) => configure(props),
  view: () => handle,
});
