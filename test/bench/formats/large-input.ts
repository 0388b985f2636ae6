/** Writes an input of so many megabytes in a format: `large-input.mjs <format> <megabytes> <target>`. */
import { appendFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatById } from '#core/formats/registry.ts';
import { benchDataset } from './data.ts';

const [, , id = '', megabytes = '1', target = ''] = process.argv;
const format = formatById(id);
if (!format?.write) throw new Error(`There is no format ${id}.`);
const options = Object.fromEntries(format.options.map((one) => [one.id, one.default]));
const enough = Number(megabytes) * 1024 * 1024;
const one = benchDataset(20_000, 40);
let size = 0;
for (let round = 0; size < enough; round++) {
  const documents = one.documents.map((document) => ({
    ...document,
    id: `${document.id}-${round}`,
    name: `${document.name}-${round}`,
  }));
  const written = format.write({ ...one, documents }, options);
  if (!written.ok) throw new Error(written.error.message);
  const isFolder = written.value.length > 1;
  for (const file of written.value) {
    const path = isFolder ? join(target, file.path) : target;
    mkdirSync(dirname(path), { recursive: true });
    const text = [...file.parts()].join('');
    if (isFolder) writeFileSync(path, text);
    else appendFileSync(path, text);
    size += isFolder ? Buffer.byteLength(text) : 0;
  }
  if (!isFolder) size = statSync(target).size;
}
