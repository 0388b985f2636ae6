/**
 * Edits a project at random until it is killed. Each line on stdout is one edit that the host has
 * confirmed; it is written at once, so that no confirmed edit goes unnoticed.
 *
 * Arguments: bundle, project folder, folder of files to import, seed. Starts with a line on stdin.
 */
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { hostOf, importFiles, value } from './bundle-host-run.mjs';
import { hashOf, randomOf } from './kill-state.mjs';

const [bundle = '', folder = '', incoming = '', seed = '1'] = process.argv.slice(2);
const random = randomOf(Number(seed));
const host = await hostOf(bundle, folder);
const { endpoints } = host;
writeSync(1, '{"ready":true}\n');
await new Promise((resolve) => process.stdin.once('data', resolve));

const opened = await value(endpoints['project.open']({ path: folder, mode: 'ask' }));
if (opened.state !== 'open') throw new Error('the lock of a dead process counts as held');
writeSync(1, '{"open":true}\n');

/** @param {number} n */
const below = (n) => Math.floor(random() * n);
const view = () => value(endpoints['project.view'](null));
/** @param {object} fact */
const confirm = (fact) => writeSync(1, `${JSON.stringify(fact)}\n`);

/** @param {string} documentId */
async function confirmSet(documentId) {
  const key = { documentId, annotatorId: 'anna-1' };
  const { records, revision } = await value(endpoints['annotations.read'](key));
  confirm({ set: documentId, revision, hash: hashOf(records) });
}

async function editSet() {
  const { documents, schema } = await view();
  const document = documents[below(documents.length)];
  if (!document) return;
  const key = { documentId: document.id, annotatorId: 'anna-1' };
  const { records, revision: base } = await value(endpoints['annotations.read'](key));
  const spans = records.filter((record) => record.kind === 'span');
  const what = below(10);
  if (what === 0 || what === 1) {
    const answer = await endpoints[what === 0 ? 'annotations.undo' : 'annotations.redo'](key);
    if (answer.ok) await confirmSet(document.id);
    return;
  }
  const change = { added: {}, updated: {}, removed: {} };
  const old = spans[below(spans.length)];
  if (what < 5 && old) {
    const note = `note ${below(1000)} 😀`;
    if (note === old.note) return;
    Object.assign(change.updated, { [old.id]: [old, { ...old, note }] });
  } else if (what < 6 && old) Object.assign(change.removed, { [old.id]: old });
  else {
    const start = below(document.length - 20);
    const id = `s${base}-${below(1e9)}`;
    const type = schema.entityTypes[below(3)]?.name ?? '';
    const ranges = [{ start, end: start + 1 + below(15) }];
    const span = { kind: 'span', id, type, ranges, attributes: {}, note: '' };
    Object.assign(change.added, { [id]: span });
  }
  const edit = { ...key, base, label: 'Edit', code: 'edit', change };
  await value(endpoints['annotations.commit'](edit));
  await confirmSet(document.id);
}

async function actOnProject() {
  const { documents, trash, schema } = await view();
  const what = below(6);
  if (what === 0) {
    const paths = [1, 2, 3].map((n) => join(incoming, `${seed}-${below(1e9)}-${n}.txt`));
    for (const path of paths) writeFileSync(path, `Imported text: ${path}. `.repeat(20));
    await importFiles(endpoints, paths);
  } else if (what === 1 && documents.length > 3) {
    const documentIds = [documents[below(documents.length)]?.id ?? ''];
    await value(endpoints['documents.remove']({ documentIds }));
  } else if (what === 2 && trash[0]) {
    await value(endpoints['documents.restore']({ documentIds: [trash[0].document.id] }));
  } else if (what === 3) {
    const answer = await endpoints[random() < 0.6 ? 'project.undo' : 'project.redo'](null);
    if (!answer.ok) return;
  } else if (what === 4) {
    const documentIds = documents.map(({ id }) => id);
    const status = random() < 0.5 ? 'done' : 'in-progress';
    await value(endpoints['documents.status']({ documentIds, status, job: 'status' }));
  } else {
    const from = schema.entityTypes[below(3)]?.name ?? '';
    const to = `Type ${below(1e6)}`;
    const migrations = [/** @type {const} */ ({ kind: 'rename-entity-type', from, to })];
    const rename = (/** @type {string} */ name) => (name === from ? to : name);
    const renamed = {
      ...schema,
      entityTypes: schema.entityTypes.map((type) => ({ ...type, name: rename(type.name) })),
      relationTypes: schema.relationTypes.map((type) => ({
        ...type,
        ...{ from: type.from.map(rename), to: type.to.map(rename) },
      })),
    };
    await value(endpoints['schema.edit']({ label: 'Rename', schema: renamed, migrations }));
  }
  const now = await view();
  const history = await value(endpoints['project.history'](null));
  confirm({
    project: history.at(-1)?.seq ?? 0,
    documents: now.documents.map(({ id }) => id),
    types: now.schema.entityTypes.map(({ name }) => name),
  });
}

for (;;) {
  if (random() < 0.15) await actOnProject();
  else await editSet();
  if (random() < 0.02) {
    await value(endpoints['project.close'](null));
    await value(endpoints['project.open']({ path: folder, mode: 'ask' }));
  }
}
