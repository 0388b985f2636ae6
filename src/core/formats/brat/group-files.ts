import type { AnnotationFile } from './read-annotations.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A text with the standoff files of the same name. */
export interface BratDocument {
  /** Name of the text file, without folders and extension. */
  readonly name: string;
  readonly text: TextFile;
  readonly annotations: readonly AnnotationFile[];
}

export interface GroupedFiles {
  readonly documents: readonly BratDocument[];
  readonly configs: readonly TextFile[];
  readonly visual: readonly TextFile[];
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: string;
  }[];
}

const PARTS = ['ann', 'a1', 'a2', 'co', 'rel'];

/** Puts texts, standoff files and configurations together by their names. */
export function groupFiles(files: readonly TextFile[]): GroupedFiles {
  const texts = new Map<string, TextFile>();
  const parts = new Map<string, AnnotationFile[]>();
  const configs: TextFile[] = [];
  const visual: TextFile[] = [];
  const problems: { code: string; message: string; path: string }[] = [];
  for (const file of files) {
    const name = file.path.split(/[\\/]/u).at(-1) ?? '';
    const [, stem = file.path, extension = ''] = /^(.*)\.([^./\\]*)$/su.exec(file.path) ?? [];
    const kind = extension.toLowerCase();
    if (name === 'annotation.conf') configs.push(file);
    else if (name === 'visual.conf') visual.push(file);
    else if (kind === 'txt') texts.set(stem, file);
    else if (PARTS.includes(kind)) {
      parts.set(stem, [...(parts.get(stem) ?? []), { ...file, extension: kind }]);
    } else {
      const message = 'This file is none that brat data is read from; it was left out.';
      problems.push({ code: 'left-out', message, path: file.path });
    }
  }
  for (const [stem, [first]] of parts) {
    if (texts.has(stem) || !first) continue;
    const message = `The text that goes with it, ‘${stem}.txt’, is missing; it was left out.`;
    problems.push({ code: 'no-text', message, path: first.path });
  }
  const documents = [...texts].map(([stem, text]) => ({
    name: stem.split(/[\\/]/u).at(-1) || 'document',
    text,
    annotations: (parts.get(stem) ?? []).sort(
      (a, b) => PARTS.indexOf(a.extension) - PARTS.indexOf(b.extension),
    ),
  }));
  return { documents, configs, visual, problems };
}
