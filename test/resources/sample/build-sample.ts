import { join } from 'node:path';
import type { Change } from '#core/edit/change.ts';
import { addRelation } from '#core/edit/commands/add-relation.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { setAttribute } from '#core/edit/commands/set-attribute.ts';
import { setDocumentNote } from '#core/edit/commands/set-document-note.ts';
import { setLabel } from '#core/edit/commands/set-label.ts';
import { setNote } from '#core/edit/commands/set-note.ts';
import { setStatus } from '#core/edit/commands/set-status.ts';
import { compose } from '#core/edit/compose.ts';
import { describeChange } from '#core/edit/describe.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Range } from '#core/model/range.ts';
import type { Result } from '#core/result.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { createHost, type Host } from '#host/index.ts';
import { SAMPLE_SCHEMA } from './sample-schema.ts';
import { SAMPLE_ANNOTATORS, SAMPLE_SETS, type SampleSet, type SampleSpan } from './sample-sets.ts';

/** Names of documents by those of their files. */
const DOCUMENTS = {
  'harbour-pact': 'Harbour pact',
  'ridge-festival': 'Festival of Small Voices',
  'painting-returns': 'The Ferrywoman returns',
};

/** Time of the last thing done; the sample's own clock, so that building it twice gives the same files. */
class Clock {
  #time = Date.parse('2026-03-02T08:00:00.000Z');
  now(): Date {
    return new Date(this.#time);
  }
  advance(seconds: number): void {
    this.#time += seconds * 1000;
  }
}

/**
 * Makes the sample project as people would: two annotators, edit by edit, through the host that the window
 * uses. So its change logs tell how it came about.
 * @returns the project's folder inside `parent`.
 */
export async function buildSample(parent: string): Promise<string> {
  const clock = new Clock();
  let id = 0;
  let folder = '';
  for (const name of ['mira', 'jonas'] as const) {
    const me = SAMPLE_ANNOTATORS[name];
    const host = hostOf(me, parent, clock);
    try {
      if (folder === '') folder = await createProject(host, parent, clock);
      else ready(await host.endpoints['project.open']({ path: folder, mode: 'ask' }));
      for (const set of SAMPLE_SETS.filter(({ annotator }) => annotator === name)) {
        await annotate(host, set, me, clock, () => `${name.slice(0, 1)}${(++id).toString(36)}`);
      }
    } finally {
      await host.close();
    }
    clock.advance(3 * 3600);
  }
  return folder;
}

function hostOf(me: Annotator, parent: string, clock: Clock): Host {
  return createHost({
    now: () => clock.now(),
    random: () => 0.42,
    machineName: 'sample',
    documentsFolder: parent,
    sampleFolder: parent,
    me: () => me,
    emit: () => undefined,
  });
}

async function createProject(host: Host, parent: string, clock: Clock): Promise<string> {
  const { path } = ready(
    await host.endpoints['project.create']({ name: 'Glossator sample', parent }),
  );
  clock.advance(60);
  const edit = { label: 'Set up the schema', schema: SAMPLE_SCHEMA, migrations: [] };
  ready(await host.endpoints['schema.edit'](edit));
  clock.advance(60);
  const paths = Object.keys(DOCUMENTS).map((name) => join(import.meta.dirname, `${name}.txt`));
  const { ticket } = ready(await host.endpoints['import.look']({ paths, job: 'sample' }));
  const choice = { sources: [], mapping: null, annotators: {}, copies: [], without: [] };
  ready(await host.endpoints['import.apply']({ ticket, choice, job: 'sample' }));
  for (const [documentId, name] of Object.entries(DOCUMENTS)) {
    clock.advance(10);
    ready(await host.endpoints['documents.rename']({ documentId, name }));
  }
  return path;
}

/** Makes one set, a commit per edit. */
async function annotate(
  host: Host,
  sample: SampleSet,
  me: Annotator,
  clock: Clock,
  newId: () => string,
): Promise<void> {
  const key = { documentId: sample.document, annotatorId: me.id };
  const text = ready(await host.endpoints['documents.text'](key));
  let { revision } = ready(await host.endpoints['annotations.read'](key));
  const set = new SetIndex();
  const commit = async (code: string, ...edits: (() => Result<Change, unknown>)[]) => {
    clock.advance(11);
    const before = new SetIndex(set.all());
    const changes = edits.map((edit) => {
      const change = ready(edit());
      set.apply(change);
      return change;
    });
    const change = changes.reduce(compose);
    const label = describeChange(before, change, text);
    const args = { ...key, base: revision, label, code, change };
    ({ revision } = ready(await host.endpoints['annotations.commit'](args)));
  };

  const at = clock.now().toISOString();
  await commit('status.set', () => setStatus(set, SAMPLE_SCHEMA, { status: 'in-progress', at }));
  const ids = new Map<string, string>();
  for (const span of sample.spans) {
    const id = newId();
    ids.set(span.key, id);
    const ranges = placesOf(span, text);
    await commit(
      'span.add',
      () => addSpan(set, SAMPLE_SCHEMA, { id, type: span.type, ranges }),
      ...Object.entries(span.attributes ?? {}).map(
        ([name, value]) =>
          () =>
            setAttribute(set, SAMPLE_SCHEMA, { id, name, value }),
      ),
    );
    const { note } = span;
    if (note) await commit('note.set', () => setNote(set, SAMPLE_SCHEMA, { id, note }));
  }
  for (const { type, from, to, note } of sample.relations) {
    const id = newId();
    const ends = { from: ids.get(from) ?? from, to: ids.get(to) ?? to };
    await commit('relation.add', () => addRelation(set, SAMPLE_SCHEMA, { id, type, ...ends }));
    if (note) await commit('note.set', () => setNote(set, SAMPLE_SCHEMA, { id, note }));
  }
  for (const [name, value] of Object.entries(sample.labels)) {
    await commit('label.set', () => setLabel(set, SAMPLE_SCHEMA, { name, value }));
  }
  const { note, status } = sample;
  if (note) await commit('note.set', () => setDocumentNote(set, SAMPLE_SCHEMA, { text: note }));
  if (status !== 'in-progress') {
    const end = clock.now().toISOString();
    await commit('status.set', () => setStatus(set, SAMPLE_SCHEMA, { status, at: end }));
  }
}

/** UTF-16 ranges of the words. @throws where they are not in the text. */
function placesOf({ words, nth = 1 }: SampleSpan, text: string): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const [i, part] of words.entries()) {
    let start = -1;
    for (let n = 0; n < (i === 0 ? nth : 1); n++) {
      start = text.indexOf(part, from);
      if (start < 0) throw new Error(`‘${part}’ is not in the text ${nth} times`);
      from = start + part.length;
    }
    ranges.push({ start, end: from });
  }
  return ranges;
}

function ready<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
