import { err, ok, type Result } from '../../result.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { chainLinks } from '../tokens/chains.ts';
import { baseName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { documentsOfCas } from '../uima-layers/documents-of-cas.ts';
import type { LayerDocument } from '../uima-layers/layer-document.ts';
import { typesFrom } from '../uima-layers/layer-options.ts';
import { ownFiles } from '../uima-layers/own-files.ts';
import { datasetOfLayers } from '../uima-layers/read-layers.ts';
import { TypeSystem } from '../uima-layers/type-system.ts';
import { xmlText } from '../xml/xml-text.ts';
import { casOfXmi } from './cas-of-xmi.ts';
import { readRawXmi } from './raw-xmi.ts';
import { readTypeSystem } from './read-type-system.ts';
import { isTypeSystem, recognizesXmi } from './recognize.ts';
import { writeTypeSystem } from './write-type-system.ts';

export const UIMA_XMI = 'uima-xmi';

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Reads XMI files with the type systems that are among the files: those beside a file, else all. */
export function readXmi(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const descriptors: TextFile[] = [];
  const sources: TextFile[] = [];
  for (const file of ownFiles(files, recognizesXmi, problems)) {
    const text = xmlText(file);
    if (!text.ok) return text;
    const list = isTypeSystem({ path: file.path, text: text.value }) ? descriptors : sources;
    list.push({ path: file.path, text: text.value });
  }
  if (sources.length === 0) {
    const message = 'Only type systems are here. Choose the .xmi files together with them.';
    return err({ code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
  }
  const systems = new TypeSystems(descriptors, problems);
  const documents: LayerDocument[] = [];
  for (const { path, text } of sources) {
    const system = systems.of(path);
    if (!system.ok) return system;
    const { types, text: descriptor } = system.value;
    if (descriptor === null) {
      const message =
        'No type system (TypeSystem.xml) is here. Without it, numbers, lists and links of some features cannot be told from text; what is certain is read.';
      problems.add('no-type-system', message, { file: path });
    }
    const raw = readRawXmi(text, path);
    if (!raw.ok) return raw;
    const cas = casOfXmi(raw.value, types, path, problems);
    const source = { xmi: text, ...(descriptor === null ? {} : { types: descriptor }) };
    const name = nameOf(path);
    documents.push(...documentsOfCas(cas, { name, path, source }, problems));
  }
  const reading = { format: UIMA_XMI, types: typesFrom(options), chains: chainLinks(options) };
  const [first] = sources;
  return ok(datasetOfLayers(nameOf(first?.path ?? 'xmi'), documents, reading, problems));
}

function nameOf(path: string): string {
  const name = baseName({ path }).replace(/(?<=.)\.(?:xmi|xml)$/iu, '');
  const folder = path.split(/[\\/]/u).at(-2);
  // Collections have one folder for each document, and the same name in all of them.
  const isPlain = /^(?:data|reference|debug|initial_cas|curation_user)$/iu.test(name);
  return isPlain && folder ? folder : name;
}

/** The type systems among the files, each parsed once. */
class TypeSystems {
  readonly #files: readonly TextFile[];
  readonly #problems: ProblemList;
  readonly #known = new Map<
    string,
    Result<{ types: TypeSystem; text: string | null }, FormatError>
  >();

  constructor(files: readonly TextFile[], problems: ProblemList) {
    this.#files = files;
    this.#problems = problems;
  }

  of(
    path: string,
  ): Result<{ readonly types: TypeSystem; readonly text: string | null }, FormatError> {
    const near = this.#files.filter((file) => folderOf(file.path) === folderOf(path));
    const named = near.filter((file) => nameOf(file.path).startsWith(nameOf(path)));
    const chosen = [named, near, this.#files].find((files) => files.length > 0) ?? [];
    const key = chosen.map((file) => file.path).join('\n');
    const known = this.#known.get(key) ?? this.#read(chosen);
    this.#known.set(key, known);
    return known;
  }

  #read(
    files: readonly TextFile[],
  ): Result<{ readonly types: TypeSystem; readonly text: string | null }, FormatError> {
    const types = new TypeSystem();
    for (const file of files) {
      const read = readTypeSystem(file.text, file.path, this.#problems);
      if (!read.ok) return read;
      types.add(read.value);
    }
    const [only] = files;
    if (!only) return ok({ types, text: null });
    return ok({
      types,
      text: files.length === 1 ? only.text : [...writeTypeSystem(types)].join(''),
    });
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0));
}
