import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Workbench } from '../fixtures/index.ts';
import { schemaErrors } from '../fixtures/json-schemas.ts';
import { ROOT } from '../fixtures/launch.ts';
import {
  expectedRelations,
  expectedSpans,
  type FileSpan,
  foundRelations,
  foundSpans,
} from './expected.ts';
import { NOTE } from './more.ts';
import type { Scenario } from './scenario.ts';

type FileRecord = FileSpan & { from: string; to: string };

/**
 * Checks that the project's own files hold the scenario, in the form that their published schemas state.
 *
 * @returns the project's folder.
 */
export async function checkProject(
  workbench: Workbench,
  text: string,
  scenario: Scenario,
): Promise<string> {
  const [project = ''] = await readdir(workbench.documents);
  const read = async (path: string) =>
    JSON.parse(await workbench.readProjectFile(join(project, path)));
  const list = (path: string) => readdir(join(workbench.documents, project, path));
  expect(schemaErrors('project.schema.json', await read('project.json'))).toEqual([]);
  expect(schemaErrors('schema.schema.json', await read('schema.json'))).toEqual([]);

  const [document = ''] = await list('annotations');
  const stored = await workbench.readProjectFile(join(project, 'documents', document, 'text.txt'));
  expect(stored).toBe(text);

  const files = await list(join('annotations', document));
  const set = await read(
    join('annotations', document, files.find((f) => f.endsWith('.json')) ?? ''),
  );
  expect(schemaErrors('set.schema.json', set)).toEqual([]);
  checkRecords(set.records, text, scenario);

  const log = files.find((file) => file.endsWith('.log')) ?? '';
  const lines = await workbench.readProjectFile(join(project, 'annotations', document, log));
  for (const line of lines.trimEnd().split('\n')) {
    expect(schemaErrors('log-line.schema.json', JSON.parse(line)), line).toEqual([]);
  }
  return join(workbench.documents, project);
}

function checkRecords(records: readonly FileRecord[], text: string, scenario: Scenario): void {
  const spans = records.filter(({ kind }) => kind === 'span');
  const relations = records.filter(({ kind }) => kind === 'relation');
  expect(foundSpans(spans)).toEqual(expectedSpans(text, scenario));
  expect(foundRelations(spans, relations)).toEqual(expectedRelations(scenario));
  const noted = spans.filter(({ note }) => note);
  expect(noted.map(({ note, attributes }) => ({ note, attributes }))).toEqual([
    { note: NOTE, attributes: { sure: true } },
  ]);
}

/** Whether an exported dataset is what its published schema states. */
export async function checkExports(dataset: string, lines: string): Promise<void> {
  const whole = JSON.parse(await readFile(dataset, 'utf8'));
  expect(schemaErrors('dataset.schema.json', whole)).toEqual([]);
  const all = (await readFile(lines, 'utf8')).trimEnd().split('\n');
  for (const line of all) {
    expect(schemaErrors('dataset-line.schema.json', JSON.parse(line))).toEqual([]);
  }
}

const READER = join(ROOT, 'test/readers/read_export.py');

/** Lets a program in another language, which counts code points, look for every quote at its offsets. */
export async function checkWithPython(
  paths: readonly string[],
  { mentions, links }: Scenario,
): Promise<void> {
  const { stdout } = await promisify(execFile)('python3', [READER, ...paths]);
  const counts = { spans: mentions.length, relations: links.length };
  expect(JSON.parse(stdout)).toEqual(paths.map(() => counts));
}
