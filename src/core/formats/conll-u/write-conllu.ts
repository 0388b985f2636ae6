import type { Dataset, DatasetDocument } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import type { Loss } from '../losses.ts';
import type { TokenRange } from '../tokens/align.ts';
import { chainsOf, otherRelations } from '../tokens/chains.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import type { Unplaced } from '../tokens/place-spans.ts';
import { groupTokens, joinAcross, sentencesOf } from '../tokens/sentences.ts';
import { tokenLosses } from '../tokens/token-losses.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';
import { carriedConllu } from './carried.ts';
import { miscOfNames } from './misc-of-names.ts';
import type { NameStyle } from './name-style.ts';
import { ownStyle, type PlannedName, planNames } from './plan-names.ts';
import { rewrite } from './rewrite.ts';
import { escapeSpaces } from './row.ts';

/** Writes CoNLL-U, in the rows that a document came with where they are there. */
export function writeConllu(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const files = options['files'] === 'per-document' ? 'per-document' : 'one';
  return filesByAnnotator(dataset, files).map(({ path, documents }) => ({
    path: `${path}.conllu`,
    parts: function* () {
      for (const one of documents) yield* write(plan(one, options), one.document);
    },
  }));
}

interface Plan {
  readonly carried: ReturnType<typeof carriedConllu>;
  readonly style: NameStyle;
  readonly tokens: DatasetDocument['tokens'] & object;
  readonly sentences: readonly TokenRange[];
  readonly names: readonly PlannedName[];
  readonly unplaced: readonly Unplaced[];
}

function plan({ document, records }: DocumentOfOne, options: FormatOptions): Plan {
  const choice = tokenChoice(options);
  const isOwn = choice.tokens === 'own' && choice.sentences === 'own';
  const carried = isOwn ? carriedConllu(document) : undefined;
  if (!carried) {
    const style = ownStyle(options);
    const tokens = tokensOf(document, choice.tokens);
    const { names, unplaced } = planNames(records, tokens, style, options);
    const groups = groupTokens(tokens, sentencesOf(document, choice.sentences));
    return {
      carried,
      style,
      tokens,
      sentences: joinAcross(groups, reaches(names)),
      names,
      unplaced,
    };
  }
  const { tokens, sentenceTokens: sentences, mentions } = carried.parsed;
  const style = carried.style ?? ownStyle(options);
  const planned = planNames(records, tokens, style, options, mentions);
  const { names, crossing } = within(planned.names, sentences);
  const across = crossing.map(({ span }) => ({ span, why: 'crosses sentences' as const }));
  return { carried, style, tokens, sentences, names, unplaced: [...planned.unplaced, ...across] };
}

function within(names: readonly PlannedName[], sentences: readonly TokenRange[]) {
  const ends = new Map<number, number>();
  for (const { from, to } of sentences)
    for (let token = from; token < to; token++) ends.set(token, to);
  const crossing = reaches(names).filter(({ from, to }) => to > (ends.get(from) ?? 0));
  const gone = new Set(crossing.map(({ span }) => span.id));
  return { names: names.filter(({ span }) => !gone.has(span.id)), crossing };
}

/** From the first to the last token of each span. */
function reaches(names: readonly PlannedName[]): readonly PlannedName[] {
  const bySpan = new Map<string, PlannedName>();
  for (const one of names) {
    const before = bySpan.get(one.span.id);
    bySpan.set(one.span.id, before ? { ...before, to: Math.max(before.to, one.to) } : one);
  }
  return [...bySpan.values()];
}

function* write(planned: Plan, document: DatasetDocument): Generator<string> {
  const { carried, style, tokens, sentences, names } = planned;
  if (carried) {
    yield* rewrite(carried, style, names);
    return;
  }
  const { text } = document;
  const misc = miscOfNames(
    names,
    sentences,
    style,
    tokens.map((_, i) => ({ first: i, last: i })),
  );
  for (const [number, { from, to }] of sentences.entries()) {
    let block = number === 0 ? head(document, style, names.length > 0) : '';
    let rows = '';
    let line = '';
    for (let token = from; token < to; token++) {
      const { start, end } = tokens[token] ?? { start: 0, end: 0 };
      const next = tokens[token + 1];
      const form = text.slice(start, end);
      const gap = text.slice(end, next?.start);
      const name = misc.get(token);
      const items = [
        ...(name === undefined ? [] : [name]),
        ...spaces(gap, next === undefined),
        ...(token === 0 && start > 0 ? [`SpacesBefore=${escapeSpaces(text.slice(0, start))}`] : []),
      ];
      line += token + 1 < to && gap !== '' ? `${form} ` : form;
      rows += `${token - from + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${items.join('|') || '_'}\n`;
    }
    block += `# sent_id = ${document.id}-s${number + 1}\n# text = ${line}\n`;
    yield `${block}${rows}\n`;
  }
}

function spaces(gap: string, isLast: boolean): readonly string[] {
  if (gap === '') return ['SpaceAfter=No'];
  return gap === ' ' && !isLast ? [] : [`SpacesAfter=${escapeSpaces(gap)}`];
}

function head(document: DatasetDocument, style: NameStyle, hasNames: boolean): string {
  const name = document.name.replace(/[\s\u0085]+/gu, ' ').trim() || document.id;
  const metadata = Object.entries(document.metadata ?? {})
    .filter(([key, value]) => !/[\r\n=]/u.test(key) && !/[\r\n]/u.test(value))
    .map(([key, value]) => `# meta::${key} = ${value}\n`);
  const fields =
    style.kind === 'ids' && hasNames ? `# global.Entity = ${style.fields.join('-')}\n` : '';
  return `# newdoc id = ${name}\n# generator = Glossator\n${fields}${metadata.join('')}`;
}

/** What these options leave out of the dataset. */
export function conlluLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let [relations, empty] = [0, 0];
  const unplaced: Unplaced[] = [];
  for (const { documents } of filesByAnnotator(dataset, 'one')) {
    for (const one of documents) {
      const planned = plan(one, options);
      unplaced.push(...planned.unplaced);
      if (planned.sentences.length === 0) empty++;
      relations += otherRelations(one.records);
      if (planned.style.kind !== 'ids')
        relations += chainsOf(one.records).size > 0 ? links(one) : 0;
    }
  }
  const losses: readonly Loss[] = [
    {
      what: 'relations',
      count: relations,
      why: 'The format has chains of mentions (relations ‘coreference’), if names have ids, and no others.',
    },
    { what: 'documents without words', count: empty, why: 'The format has no empty documents.' },
  ];
  return [...tokenLosses(unplaced), ...losses.filter(({ count }) => count > 0)];
}

function links({ records }: DocumentOfOne): number {
  return records.filter(({ kind }) => kind === 'relation').length - otherRelations(records);
}
