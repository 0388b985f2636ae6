import { meanOf, type Scores } from '../counts.ts';
import { DEFINITIONS, RELATION_DEFINITIONS, SPAN_DEFINITIONS } from '../definitions.ts';
import type { AgreementReport, NamedCoefficient } from './report.ts';

/** A figure as papers write it: `.73`; `not defined` where it is not. */
export function figure(value: number | null): string {
  if (value === null) return 'not defined';
  // Not `-.00`.
  const rounded = (Math.round(value * 100) / 100 + 0).toFixed(2).replace('-0.00', '0.00');
  return Math.abs(value) < 1 ? rounded.replace('0.', '.') : rounded;
}

/**
 * A paragraph for the methods section of a paper: whose work was compared on what, each figure with its
 * definition, and the references. Plain text.
 */
export function methodsParagraph(report: AgreementReport): string {
  const parts = [intro(report), spans(report), relations(report), tokens(report), labels(report)];
  const references = [...new Set(parts.flatMap(({ sources }) => sources))].sort();
  const text = parts
    .map(({ sentences }) => sentences)
    .filter((sentences) => sentences !== '')
    .join(' ');
  return `${text}\n\nReferences\n\n${references.join('\n')}\n`;
}

interface Part {
  readonly sentences: string;
  readonly sources: readonly string[];
}

const NOTHING: Part = { sentences: '', sources: [] };

function intro({ annotators, documents }: AgreementReport): Part {
  const people = number(annotators.length, 'annotator');
  return {
    sentences: `${people} worked on ${number(documents, 'document').toLowerCase()} in common.`,
    sources: [],
  };
}

function spans({ headline, rule, pairs, leftOut }: AgreementReport): Part {
  const { name, meaning, source } = SPAN_DEFINITIONS[rule];
  const sources = [source, DEFINITIONS.f1.source];
  const mean = pairs.length > 1 ? 'the mean F1 of all pairs of annotators' : 'F1';
  const deviation = pairs.length > 1 ? `, SD ${figure(headline.deviation)}` : '';
  const sentences = [
    `Agreement on spans is given as ${mean} (Hripcsak & Rothschild, 2005), matched by the rule ‘${name.toLowerCase()}’: ${lower(meaning)}`,
    `It was ${figure(headline.f1)}${deviation}${interval(headline)}.`,
  ];
  if (headline.interval) sources.push(DEFINITIONS.bootstrap.source);
  const others = (['exact', 'overlap', 'partial'] as const).filter((other) => other !== rule);
  const figures = others.map((other) => {
    sources.push(SPAN_DEFINITIONS[other].source);
    const f1 = meanOf(pairs.map((pair) => pair.spans[other].f1)).mean;
    return `${figure(f1)} (${SPAN_DEFINITIONS[other].name.toLowerCase()})`;
  });
  sentences.push(`By other rules it was ${figures.join(' and ')}.`);
  const duplicates = leftOut.find(({ what }) => what.startsWith('Spans'));
  if (duplicates) sentences.push(`Spans marked twice alike (${duplicates.count}) count once.`);
  return { sentences: sentences.join(' '), sources };
}

function interval({ interval: found, level, seed }: AgreementReport['headline']): string {
  if (!found) return '';
  const percent = Math.round(level * 100);
  return `, ${percent} % interval [${figure(found.lower)}, ${figure(found.upper)}] (bootstrap over documents, ${found.replicates.toLocaleString('en')} replicates, seed ${seed})`;
}

function relations({ pairs }: AgreementReport): Part {
  const any = pairs.some(({ relations: scores }) => scores.strict.first + scores.strict.second > 0);
  if (!any) return NOTHING;
  const mean = (pick: (pair: (typeof pairs)[number]) => Scores) =>
    figure(meanOf(pairs.map((pair) => pick(pair).f1)).mean);
  const strict = mean((pair) => pair.relations.strict);
  const common = mean((pair) => pair.relations['common-ends']);
  return {
    sentences: `Agreement on relations (F1) was ${strict} strictly: ${lower(RELATION_DEFINITIONS.strict.meaning)} Among relations between spans that both annotators marked alike it was ${common}.`,
    sources: [RELATION_DEFINITIONS.strict.source],
  };
}

function tokens({ tokens: found, annotators }: AgreementReport): Part {
  const value = (all: readonly NamedCoefficient[], name: NamedCoefficient['name']) =>
    figure(all.find((one) => one.name === name)?.value ?? null);
  const sources = [DEFINITIONS.alpha.source];
  let sentence = `On tokens, Krippendorff’s alpha was ${value(found.all, 'alpha')} over all ${found.count.toLocaleString('en')} tokens and ${value(found.annotatedOnly, 'alpha')} over the ${found.annotated.toLocaleString('en')} that somebody marked`;
  if (annotators.length === 2) {
    sources.push(DEFINITIONS.cohen.source);
    sentence += `; Cohen’s kappa was ${value(found.all, 'cohen')} and ${value(found.annotatedOnly, 'cohen')}`;
  }
  return found.count === 0 ? NOTHING : { sentences: `${sentence}.`, sources };
}

function labels({ documentLabels }: AgreementReport): Part {
  if (documentLabels.length === 0) return NOTHING;
  const each = documentLabels.map(({ name, coefficients }) => {
    const alpha = coefficients.find((one) => one.name === 'alpha')?.value ?? null;
    return `${figure(alpha)} (${name})`;
  });
  return {
    sentences: `On document labels Krippendorff’s alpha was ${each.join(', ')}.`,
    sources: [DEFINITIONS.alpha.source],
  };
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

function number(count: number, noun: string): string {
  const many = count === 1 ? noun : `${noun}s`;
  return `${WORDS[count] ?? count.toLocaleString('en')} ${many}`;
}
