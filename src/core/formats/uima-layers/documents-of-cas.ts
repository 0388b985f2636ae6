import type { ProblemList } from '../tokens/problem-list.ts';
import { type Cas, INITIAL_VIEW } from './cas.ts';
import type { LayerDocument } from './layer-document.ts';
import { ViewReader } from './layers-of-cas.ts';

/** Each text of a CAS as a document. Views without text are told and left out. */
export function documentsOfCas(
  cas: Cas,
  file: {
    readonly name: string;
    readonly path: string;
    readonly source: Readonly<Record<string, string>>;
  },
  problems: ProblemList,
): readonly LayerDocument[] {
  const texts = cas.views.flatMap((view) => {
    if (view.text !== null) return [{ view, text: view.text }];
    const message = `The view ${view.name} holds no text; it is left out.`;
    problems.add('no-text', message, { file: file.path });
    return [];
  });
  if (cas.views.length === 0) {
    problems.add('no-text', 'This file holds no text.', { file: file.path });
  }
  return texts.map(({ view, text }, i) => {
    const name =
      texts.length === 1 || view.name === INITIAL_VIEW ? file.name : `${file.name} ${view.name}`;
    const read = new ViewReader(cas, view, text, file.path, problems).read();
    // The file holds them all: it stands for them only as long as none has changed.
    const part = { part: String(i + 1), parts: String(texts.length) };
    return { name, ...read, source: { ...file.source, ...part } };
  });
}
