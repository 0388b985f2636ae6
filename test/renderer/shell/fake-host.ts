import { writeAnswer } from '#api/answer-text.ts';
import type { Bridge } from '#api/bridge.ts';
import type { AppInfo } from '#api/calls/app.ts';
import type { ProjectView, SetSummary, UndoState } from '#api/calls/project.ts';
import type { Args, Calls, Method, Value } from '#api/contract.ts';
import type { Events } from '#api/events.ts';
import type { ApiError } from '#api/problem.ts';
import type { Change } from '#core/edit/change.ts';
import { invert } from '#core/edit/invert.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { err, ok, type Result } from '#core/result.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { SetIndex } from '#core/set/set-index.ts';

type Answers = { [M in Method]?: (args: Args<M>) => Result<Value<M>, ApiError> };

export const ME = { id: 'anna-0001', name: 'Anna Weber' };
const OTHER = { id: 'ben-0002', name: 'Ben Okafor' };
const AT = '2026-11-24T10:00:00.000Z';

export const entry = (
  i: number,
  name = `report-${String(i).padStart(5, '0')}.txt`,
): DocumentEntry => ({
  id: `d${i}`,
  name,
  source: { name, file: 'source.txt', encoding: 'utf-8', hasBom: false, sha256: '' },
  textSha256: '',
  length: 3000,
  importedAt: AT,
});

interface Options {
  readonly documents?: number;
  readonly text?: string;
  readonly isOpen?: boolean;
  readonly me?: typeof ME | null;
  readonly theme?: 'light' | 'dark';
}

interface Edit {
  readonly label: string;
  readonly change: Change;
}

interface FakeSet {
  readonly index: SetIndex;
  readonly log: Edit[];
  readonly undone: Edit[];
  revision: number;
}

/** A host in memory, for looking at the window and for tests of its state. */
export function fakeHost(options: Options = {}) {
  const listeners = new Map<string, ((data: never) => void)[]>();
  const sets = new Map<string, FakeSet>();
  const calls: { method: string; args: unknown }[] = [];
  const state = {
    failing: null as ApiError | null,
    me: options.me === undefined ? ME : options.me,
    isOpen: options.isOpen ?? true,
    documents: Array.from({ length: options.documents ?? 3 }, (_, i) => entry(i)),
  };
  const text = options.text ?? 'Anna met Ben in Oslo.\n';
  const emit = <E extends keyof Events>(event: E, data: Events[E]) => {
    for (const listener of listeners.get(event) ?? []) listener(data as never);
  };
  const view = (): ProjectView => ({
    path: '/home/anna/Documents/Cabinet reports',
    name: 'Cabinet reports',
    schema: DEFAULT_SCHEMA,
    documents: state.documents,
    trash: [],
    annotators: [ME, OTHER],
    me: ME,
    readOnly: null,
    recovered: 0,
    problems: [],
    undo: { undo: null, redo: null },
  });
  const info = (): AppInfo => ({
    version: '0.1.0',
    platform: 'linux',
    settings: {
      theme: options.theme ?? 'light',
      textSize: 17,
      lineHeight: 1.7,
      textFont: 'serif',
      measure: 90,
      justify: false,
      zoom: 1,
      documentsWidth: 240,
      inspectorWidth: 290,
      showDocuments: true,
      showInspector: true,
      snapToWords: true,
      chips: 'full',
      relations: 'visible',
      showInvisibles: false,
      gutter: 'none',
      wrapLines: true,
      showMap: true,
    },
    me: state.me,
    recent: [
      { path: '/home/anna/Documents/Cabinet reports', name: 'Cabinet reports', openedAt: AT },
      { path: '/home/anna/Documents/Parish letters', name: 'Parish letters', openedAt: AT },
    ],
    waiting: [],
  });
  const setOf = ({ documentId, annotatorId }: { documentId: string; annotatorId: string }) => {
    const key = `${documentId} ${annotatorId}`;
    const set = sets.get(key) ?? { index: new SetIndex(), log: [], undone: [], revision: 0 };
    sets.set(key, set);
    return set;
  };
  const undoOf = ({ log, undone }: FakeSet): UndoState => {
    const item = (edit: Edit | undefined) => (edit ? { label: edit.label, at: AT } : null);
    return { undo: item(log.at(-1)), redo: item(undone.at(-1)) };
  };
  const summaries = (): readonly SetSummary[] =>
    state.documents.slice(0, 40).map(({ id }, i) => ({
      documentId: id,
      annotatorId: ME.id,
      status: (['done', 'in-progress', 'needs-review', 'skipped'] as const)[i % 4] ?? 'new',
      statusAt: AT,
      spans: (i * 37) % 90,
      relations: i % 7,
      labels: 0,
    }));

  const answers: Answers = {
    'app.info': () => ok(info()),
    'app.identify': ({ name }) => {
      state.me = { id: ME.id, name };
      return ok(state.me);
    },
    'app.saveSettings': () => ok(info().settings),
    'project.view': () => (state.isOpen ? ok(view()) : err({ code: 'refused', message: 'No.' })),
    'project.open': () => ok({ state: 'open', project: view() }),
    'project.sample': () => ok({ state: 'open', project: view() }),
    'project.summaries': () => ok(summaries()),
    'documents.text': () => ok(text),
    'documents.details': () => ok({}),
    'annotations.read': ({ near: _near, ...key }) => {
      const set = setOf(key);
      const readOnly = key.annotatorId !== ME.id;
      const { revision } = set;
      return ok({
        ...key,
        records: [...set.index.all()],
        revision,
        undo: undoOf(set),
        problems: [],
        readOnly,
      });
    },
    'annotations.commit': ({ base, label, change, ...key }) => {
      if (state.failing) return err(state.failing);
      const set = setOf(key);
      if (base !== set.revision) return err({ code: 'stale', message: 'Not the stored revision.' });
      set.index.apply(change);
      set.log.push({ label, change });
      set.undone.length = 0;
      set.revision++;
      return ok({ revision: set.revision, undo: undoOf(set) });
    },
    'annotations.undo': (key) => {
      const set = setOf(key);
      const last = set.log.pop();
      if (!last) return err({ code: 'refused', message: 'There is nothing to undo.' });
      const change = invert(last.change);
      set.index.apply(change);
      set.undone.push(last);
      set.revision++;
      return ok({ revision: set.revision, change, label: last.label, undo: undoOf(set) });
    },
    'annotations.redo': (key) => {
      const set = setOf(key);
      const last = set.undone.pop();
      if (!last) return err({ code: 'refused', message: 'There is nothing to redo.' });
      set.index.apply(last.change);
      set.log.push(last);
      set.revision++;
      const { change, label } = last;
      return ok({ revision: set.revision, change, label, undo: undoOf(set) });
    },
  };

  const bridge: Bridge<File> = {
    call: async (method, given) => {
      const args: unknown = typeof given === 'string' ? JSON.parse(given) : given;
      calls.push({ method, args });
      const answer = answers[method as keyof Calls] as ((a: unknown) => never) | undefined;
      await Promise.resolve();
      return writeAnswer(method, answer?.(args) ?? ok(null));
    },
    on: (event, listener) => {
      listeners.set(event, [...(listeners.get(event) ?? []), listener as never]);
      return () => undefined;
    },
  };
  return { bridge, calls, state, sets, emit, answers };
}
