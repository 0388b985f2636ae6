/** A text that came beside annotations. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Finds the text that annotations name as their source. */
export class TextFiles {
  readonly all: readonly TextFile[];
  readonly #byName = new Map<string, TextFile>();
  readonly #only: TextFile | undefined;

  /** @param sources all that the annotations name; where it is one, a text that is alone is meant. */
  constructor(files: readonly TextFile[], sources: ReadonlySet<string>) {
    this.all = files;
    for (const file of files) {
      for (const key of [fileName(file.path), file.path]) this.#byName.set(key, file);
    }
    for (const file of files) this.#byName.set(stem(fileName(file.path)), file);
    this.#only = files.length === 1 && sources.size <= 1 ? files[0] : undefined;
  }

  /** The text of a source: a path, a name, or an IRI that ends with one. */
  find(source: string): TextFile | undefined {
    const last = decoded(source.split(/[/:#\\]/u).at(-1) ?? source);
    return (
      this.#byName.get(source) ??
      this.#byName.get(last) ??
      this.#byName.get(stem(last)) ??
      this.#only
    );
  }
}

/** The name of a file, without folders. */
export function fileName(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}

/** A name without its extension. */
export function stem(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/u, '');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
