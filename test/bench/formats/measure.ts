/** Measures one format in a process of its own, and prints the figures as JSON. */
import type { SourceFile } from '#core/formats/format.ts';
import { formatById } from '#core/formats/registry.ts';
import { benchDataset } from './data.ts';

const ANNOTATIONS = 100_000;

function measure(id: string) {
  const format = formatById(id);
  if (!format) throw new Error(`There is no format ${id}.`);
  const options = Object.fromEntries(format.options.map((one) => [one.id, one.default]));
  const dataset = benchDataset(ANNOTATIONS);
  const annotations = dataset.documents.reduce(
    (sum, { sets }) => sum + (sets[0]?.records.length ?? 0),
    0,
  );
  const files: SourceFile[] = [];
  let bytes = 0;
  const began = performance.now();
  const written = format.write?.(dataset, options);
  if (written && !written.ok) throw new Error(written.error.message);
  for (const file of written?.value ?? []) {
    const parts = [...file.parts()];
    const isText = parts.every((part) => typeof part === 'string');
    const all = Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array)));
    bytes += all.length;
    files.push(
      isText
        ? { path: file.path, text: parts.join('') }
        : { path: file.path, bytes: new Uint8Array(all) },
    );
  }
  const wrote = performance.now();
  const readOptions = (format.readOptions ?? []).map((one) => [one.id, one.default] as const);
  const read = format.read?.(files, { ...Object.fromEntries(readOptions) });
  const done = performance.now();
  const spans = read?.ok
    ? read.value.documents.reduce((sum, { sets }) => sum + (sets[0]?.records.length ?? 0), 0)
    : null;
  return {
    id,
    annotations,
    megabytes: bytes / 1e6,
    written: written ? annotations / ((wrote - began) / 1000) : null,
    read: read?.ok && spans ? spans / ((done - wrote) / 1000) : null,
    /** In MB. */
    peak: process.resourceUsage().maxRSS / 1024,
    problem: read && !read.ok ? read.error.message : null,
  };
}

process.stdout.write(`${JSON.stringify(measure(process.argv[2] ?? ''))}\n`);
