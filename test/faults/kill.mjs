/**
 * Kills a program that edits a project, with `kill -9` at a random moment, again and again; opens the
 * project after each and checks that every confirmed edit is there, that every file can be read, that
 * project-wide actions happened whole or not at all, and that nothing is left lying about.
 *
 *     node test/faults/kill.mjs [--runs N] [--seed N]
 *
 * Prints `kill -9: N runs, 0 lost, 0 unreadable`; ends with 1 where that is not so.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bundleHost } from './bundle-host.mjs';
import { hostOf, importFiles, value } from './bundle-host-run.mjs';
import { hashOf, randomOf } from './kill-state.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: process.env['CI'] ? '50' : '1000' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const random = randomOf(seed);
/** A child is killed at the latest so long after it opened the project. In milliseconds. */
const LONGEST = 250;
/** A new project is begun after so many runs, so that checking one stays quick. */
const RUNS_PER_PROJECT = 25;

/** @typedef {{ set: string, revision: number, hash: string }} SetFact */
/** @typedef {{ project: number, documents: string[], types: string[] }} ProjectFact */

const { file: bundle, remove } = await bundleHost();
const root = await mkdtemp(join(tmpdir(), 'glossator-kill-'));
let [lost, unreadable, confirmed, recovered] = [0, 0, 0, 0];
const faults = [];

try {
  let project = '';
  let next = null;
  for (let run = 0; run < runs; run++) {
    if (run % RUNS_PER_PROJECT === 0) {
      next?.kill('SIGKILL');
      project = await makeProject(run);
      next = start(project, run);
    }
    const child = next ?? start(project, run);
    next = (run + 1) % RUNS_PER_PROJECT === 0 ? null : start(project, run + 1);
    const { facts, stderr, isKilled } = await kill(child);
    if (!isKilled) throw new Error(`the child ended by itself in run ${run}: ${stderr}`);
    confirmed += facts.length;
    for (const fault of await check(project, facts)) {
      faults.push(`run ${run} (seed ${seed}): ${fault}`);
      process.stderr.write(`${faults.at(-1)}\n`);
    }
  }
  next?.kill('SIGKILL');
} finally {
  if (faults.length === 0) await rm(root, { recursive: true, force: true });
  else process.stderr.write(`The projects are kept in ${root}\n`);
  await remove();
}
process.stdout.write(
  `kill -9: ${runs} runs, ${lost} lost, ${unreadable} unreadable (${confirmed} edits confirmed, ${recovered} recovered from logs, seed ${seed})\n`,
);
process.exit(faults.length === 0 ? 0 : 1);

/** @param {number} run */
async function makeProject(run) {
  const parent = join(root, String(run));
  const incoming = join(parent, 'incoming');
  await mkdir(incoming, { recursive: true });
  const host = await hostOf(bundle, parent);
  const { path } = await value(host.endpoints['project.create']({ name: 'Project' }));
  const paths = [];
  for (const n of [1, 2, 3]) {
    const file = join(incoming, `letter-${n}.txt`);
    await writeFile(file, `Ada Lovelace wrote letter ${n} to Charles Babbage.\r\n`.repeat(30));
    paths.push(file);
  }
  await importFiles(host.endpoints, paths);
  await host.close();
  return path;
}

/**
 * @param {string} project
 * @param {number} run
 */
function start(project, run) {
  const script = join(import.meta.dirname, 'kill-child.mjs');
  const args = [script, bundle, project, join(project, '../incoming'), String(seed + run + 1)];
  return spawn(process.execPath, args, { stdio: 'pipe' });
}

/**
 * Lets the child work and kills it.
 *
 * @param {ReturnType<typeof start>} child
 * @returns {Promise<{ facts: (SetFact | ProjectFact)[], stderr: string, isKilled: boolean }>}
 */
async function kill(child) {
  /** @type {(SetFact | ProjectFact)[]} */
  const facts = [];
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const exit = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const lines = createInterface({ input: child.stdout });
  const closed = new Promise((resolve) => lines.once('close', resolve));
  lines.on('line', (line) => {
    const fact = JSON.parse(line);
    if (fact.ready) {
      child.stdin.write('go\n');
      // Opening is killed, too: now and then before it is done.
      if (random() < 0.1) setTimeout(() => child.kill('SIGKILL'), random() * 20);
    } else if (fact.open) setTimeout(() => child.kill('SIGKILL'), random() * LONGEST);
    else facts.push(fact);
  });
  const signal = await exit;
  await closed;
  return { facts, stderr, isKilled: signal === 'SIGKILL' };
}

/**
 * Opens the project again and looks for everything that was confirmed.
 *
 * @param {string} project
 * @param {(SetFact | ProjectFact)[]} facts
 * @returns {Promise<string[]>} what is wrong
 */
async function check(project, facts) {
  const wrong = [];
  const host = await hostOf(bundle, project);
  const { endpoints } = host;
  try {
    const opened = await value(endpoints['project.open']({ path: project, mode: 'ask' }));
    if (opened.state !== 'open') return [`the lock of the killed process counts as held`];
    recovered += opened.project.recovered;
    if (opened.project.problems.length > 0)
      wrong.push(`problems: ${JSON.stringify(opened.project.problems)}`);
    await host.session()?.listSets(); // the first look at all sets is done then
    wrong.push(...(await checkProject(host, facts)), ...(await checkSets(host, facts)));
  } catch (error) {
    wrong.push(String(error));
    unreadable++;
  }
  await host.close();
  wrong.push(...(await checkFiles(project)));
  return wrong;
}

/**
 * @param {import('../../src/host/index.ts').Host} host
 * @param {(SetFact | ProjectFact)[]} facts
 */
async function checkProject({ endpoints }, facts) {
  const wrong = [];
  const last = facts.findLast((fact) => 'project' in fact);
  const view = await value(endpoints['project.view'](null));
  const history = await value(endpoints['project.history'](null));
  const seq = history.at(-1)?.seq ?? 0;
  if (last && 'project' in last) {
    const isThere = history.some((line) => line.seq === last.project);
    if (!isThere || seq > last.project + 1) {
      lost++;
      wrong.push(`project action ${last.project} was confirmed, the log ends with ${seq}`);
    }
    const isExact = seq === last.project;
    const ids = view.documents.map(({ id }) => id);
    const types = view.schema.entityTypes.map(({ name }) => name);
    if (isExact && (ids.join() !== last.documents.join() || types.join() !== last.types.join())) {
      lost++;
      wrong.push(`action ${seq}: the files do not show it`);
    }
  }
  const types = new Set(view.schema.entityTypes.map(({ name }) => name));
  for (const { id: documentId } of view.documents) {
    await value(endpoints['documents.text']({ documentId }));
    const key = { documentId, annotatorId: 'anna-1' };
    const { records, problems } = await value(endpoints['annotations.read'](key));
    if (problems.length > 0) wrong.push(`${documentId}: ${JSON.stringify(problems)}`);
    for (const record of records) {
      if (record.kind === 'span' && !types.has(record.type))
        wrong.push(`half an action: ${documentId} has a span of the type ${record.type}`);
    }
  }
  return wrong;
}

/**
 * @param {import('../../src/host/index.ts').Host} host
 * @param {(SetFact | ProjectFact)[]} facts
 */
async function checkSets({ endpoints }, facts) {
  const wrong = [];
  const { documents } = await value(endpoints['project.view'](null));
  const listed = new Set(documents.map(({ id }) => id));
  for (const fact of facts) {
    if (!('set' in fact) || !listed.has(fact.set)) continue;
    const { set: documentId, revision: seq, hash } = fact;
    const key = { documentId, annotatorId: 'anna-1' };
    const answer = await endpoints['annotations.at']({ ...key, seq });
    if (answer.ok && hashOf(answer.value) === hash) continue;
    lost++;
    wrong.push(`${documentId} at ${seq} is not what was confirmed`);
  }
  return wrong;
}

/** @param {string} project */
async function checkFiles(project) {
  const wrong = [];
  const entries = await readdir(project, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const { name } = entry;
    const path = join(entry.parentPath, name);
    if (/glossator-tmp$|^\.incoming-|damaged|conflict|^lock\.json$/u.test(name))
      wrong.push(`left behind: ${path}`);
    if (!entry.isFile() || !/\.(?:json|log)$/u.test(name)) continue;
    const text = await readFile(path, 'utf8');
    const parts = name.endsWith('.log') ? text.split('\n').filter((line) => line !== '') : [text];
    try {
      for (const part of parts) JSON.parse(part);
    } catch {
      unreadable++;
      wrong.push(`unreadable: ${path}`);
    }
  }
  return wrong;
}
