import type { Dataset, DatasetDocument } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { withCells } from '../iob/row.ts';
import type { Loss } from '../losses.ts';
import type { TokenRange } from '../tokens/align.ts';
import { writeBrackets } from '../tokens/brackets.ts';
import { otherRelations } from '../tokens/chains.ts';
import { filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { linesIn } from '../tokens/lines-in.ts';
import { encodeName } from '../tokens/names.ts';
import type { PlacedSpan } from '../tokens/place-spans.ts';
import { tokenLosses } from '../tokens/token-losses.ts';
import { isNone, isRow, placesIn } from './parse-document.ts';
import { type Plan, planDocument } from './plan.ts';
import { CONLL_2012 } from './read-conll-2012.ts';

/** Writes names and chains, in the rows that a document came with where they are there. */
export function writeConll2012(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const files = options['files'] === 'per-document' ? 'per-document' : 'one';
  return filesByAnnotator(dataset, files).map(({ path, documents }) => ({
    path: `${path}.conll`,
    parts: function* () {
      let last = '\n';
      for (const one of documents) {
        if (!last.endsWith('\n')) yield '\n';
        for (const part of write(planDocument(one, CONLL_2012, options), one.document)) {
          last = part;
          yield part;
        }
      }
    },
  }));
}

function* write(plan: Plan, document: DatasetDocument): Generator<string> {
  if (plan.rows) {
    yield* rewrite(plan, plan.rows);
    return;
  }
  const { text } = document;
  const id = encodeName(document.metadata?.['document'] ?? document.name, '()#;') || document.id;
  const part = /^\d{1,9}$/u.exec(document.metadata?.['part'] ?? '')?.[0] ?? '000';
  yield `#begin document (${id}); part ${part}\n`;
  const names = nameCells(plan.names);
  const mentions = mentionCells(plan);
  for (const { from, to } of plan.sentences) {
    let rows = '';
    for (let token = from; token < to; token++) {
      const word = text.slice(plan.tokens[token]?.start, plan.tokens[token]?.end);
      const cells = [id, Number(part), token - from, word, '-', '*', '-', '-', '-', '-'];
      rows += `${cells.join('\t')}\t${names.get(token) ?? '*'}\t${mentions.get(token) ?? '-'}\n`;
    }
    yield `${rows}\n`;
  }
  yield '#end document\n';
}

function mentionCells({ mentions }: Pick<Plan, 'mentions'>): ReadonlyMap<number, string> {
  return writeBrackets(
    mentions.map(({ from, to, name }) => ({ from, to, open: name, close: name })),
    '|',
  );
}

/** The column of names: `(PERSON*`, `*`, `*)`, `(PERSON)`. */
function nameCells(names: readonly PlacedSpan[]): ReadonlyMap<number, string> {
  const cells = new Map<number, string>();
  for (const { from, to, span } of names) {
    const type = encodeName(span.type, '()*|');
    if (to - from === 1) cells.set(from, `(${type})`);
    else {
      cells.set(from, `(${type}*`);
      cells.set(to - 1, '*)');
    }
  }
  return cells;
}

/** The carried rows, with other cells in the sentences whose names or mentions have changed. */
function* rewrite(plan: Plan, { source, parsed }: NonNullable<Plan['rows']>): Generator<string> {
  const before = keysBySentence(plan.sentences, [
    ...parsed.names.map(({ from, to, name }) => ({ from, to, key: `name ${name}` })),
    ...parsed.mentions.map(({ from, to, name }) => ({ from, to, key: `mention ${name}` })),
  ]);
  const now = keysBySentence(plan.sentences, [
    ...plan.names.map(({ from, to, span }) => ({ from, to, key: `name ${span.type}` })),
    ...plan.mentions.map(({ from, to, name }) => ({ from, to, key: `mention ${name}` })),
  ]);
  const tokenAt = new Map<number, number>();
  for (const [i, { from, to }] of plan.sentences.entries()) {
    if (before[i]?.join('\n') === now[i]?.join('\n')) continue;
    for (let token = from; token < to; token++) tokenAt.set(parsed.lines[token] ?? 0, token);
  }
  const names = nameCells(plan.names);
  const mentions = mentionCells(plan);
  for (const { text, number, lineBreak } of linesIn(source)) {
    const token = tokenAt.get(number);
    const places = token !== undefined && isRow(text) ? placesIn(text) : undefined;
    if (token === undefined || !places) {
      yield text + lineBreak;
      continue;
    }
    const { separator, cells, name, mention } = places;
    const none = (column: number, otherwise: string) => {
      const cell = cells[column] ?? '';
      return isNone(cell) ? cell : otherwise;
    };
    const values = new Map([
      [mention, mentions.get(token) ?? none(mention, separator === 'tab' ? '_' : '-')],
    ]);
    if (name !== undefined) values.set(name, names.get(token) ?? none(name, '*'));
    yield withCells(text, separator, values) + lineBreak;
  }
}

/** What stands in each sentence; a stretch across several counts in each of them. */
function keysBySentence(
  sentences: readonly TokenRange[],
  stretches: readonly (TokenRange & { readonly key: string })[],
): readonly (readonly string[])[] {
  const numbers: number[] = new Array(sentences.at(-1)?.to ?? 0).fill(0);
  for (const [i, { from, to }] of sentences.entries()) numbers.fill(i, from, to);
  const keys: string[][] = sentences.map(() => []);
  for (const { from, to, key } of stretches) {
    const [first, last] = [numbers[from] ?? 0, numbers[to - 1] ?? 0];
    for (let i = first; i <= last; i++) keys[i]?.push(`${from} ${to} ${key}`);
  }
  for (const list of keys) list.sort();
  return keys;
}

/** What these options leave out of the dataset. */
export function conll2012Losses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const all = filesByAnnotator(dataset, 'one').flatMap(({ documents }) => documents);
  const plans = all.map((one) => ({ one, plan: planDocument(one, CONLL_2012, options) }));
  const sum = (count: (item: (typeof plans)[number]) => number) =>
    plans.reduce((total, item) => total + count(item), 0);
  const losses: readonly Loss[] = [
    {
      what: 'relations',
      count: sum(({ one }) => otherRelations(one.records)),
      why: 'The format has chains of mentions (relations ‘coreference’) and no others.',
    },
    {
      what: 'types',
      count: sum(({ plan }) => plan.untyped),
      why: 'The rows that the documents came with have no column of names.',
    },
    {
      what: 'texts whose white space changes',
      count: sum(({ one, plan }) =>
        Number(!plan.rows && textOfRows(plan, one.document) !== one.document.text),
      ),
      why: 'The format holds tokens: read again, one blank stands between them, and sentences are lines.',
    },
  ];
  const unplaced = tokenLosses(plans.flatMap(({ plan }) => plan.unplaced));
  return [...unplaced, ...losses.filter(({ count }) => count > 0)];
}

function textOfRows({ tokens, sentences }: Plan, { text }: DatasetDocument): string {
  const words = ({ from, to }: TokenRange) =>
    tokens.slice(from, to).map(({ start, end }) => text.slice(start, end));
  return sentences.map((sentence) => words(sentence).join(' ')).join('\n');
}
