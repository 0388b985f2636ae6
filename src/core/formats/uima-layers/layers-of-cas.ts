import type { AttributeValue } from '../../model/attribute.ts';
import type { Range } from '../../model/range.ts';
import type { ProblemList } from '../tokens/problem-list.ts';
import type { Cas, CasView, FeatureStructure } from './cas.ts';
import { baseLayer, isMarkup, isMetadata } from './dkpro.ts';
import {
  ANNOTATION,
  type LayerDocument,
  type LayerRelation,
  type LayerSpan,
  SENTENCE,
  TOKEN,
} from './layer-document.ts';

/** Reads one text of a CAS as layers. */
export class ViewReader {
  readonly #cas: Cas;
  readonly #view: CasView;
  readonly #text: string;
  readonly #file: string;
  readonly #problems: ProblemList;
  readonly #spans: LayerSpan[] = [];
  readonly #relations: LayerRelation[] = [];
  readonly #indexOf = new Map<string, number>();
  readonly #chainOf = new Map<string, string>();
  readonly #notHeld = new Map<string, number>();

  constructor(cas: Cas, view: CasView, text: string, file: string, problems: ProblemList) {
    this.#cas = cas;
    this.#view = view;
    this.#text = text;
    this.#file = file;
    this.#problems = problems;
  }

  read(): Omit<LayerDocument, 'name' | 'source'> {
    const tokens: Range[] = [];
    const sentences: Range[] = [];
    const relations: FeatureStructure[] = [];
    const hosts: FeatureStructure[] = [];
    const metadata: Record<string, string> = {};
    const here = [...this.#cas.structures.values()].filter(({ sofa }) => sofa === this.#view.sofa);
    for (const structure of here) this.#followChain(structure);
    let unlisted = 0;
    for (const structure of here) {
      if (structure.type === TOKEN || structure.type === SENTENCE) {
        const range = this.#rangeOf(structure);
        if (range) (structure.type === TOKEN ? tokens : sentences).push(range);
      } else if (isMetadata(structure.type, this.#cas.types)) {
        Object.assign(metadata, metadataOf(structure));
      } else if (isMarkup(structure.type) || !this.#isAnnotation(structure)) {
        if (!this.#isChain(structure)) this.#count(structure.type);
      } else if (!this.#view.members.has(structure.id) && !this.#chainOf.has(structure.id))
        unlisted++;
      else if (isRelation(structure)) relations.push(structure);
      else if (this.#add(structure) !== undefined) hosts.push(structure);
    }
    for (const structure of relations) this.#addRelation(structure);
    // Ends that are listed nowhere become spans, too, and may have links of their own.
    for (const structure of hosts) this.#addLinks(structure);
    this.#report(unlisted);
    return {
      text: this.#text,
      tokens: apart(tokens),
      sentences: apart(sentences),
      metadata,
      spans: this.#spans,
      relations: this.#relations,
    };
  }

  #isAnnotation({ type, values }: FeatureStructure): boolean {
    const { types } = this.#cas;
    return types.isA(type, ANNOTATION) || (values.has('begin') && values.has('end'));
  }

  #isChain({ references, values }: FeatureStructure): boolean {
    return references.has('first') && !values.has('begin');
  }

  /** Notes the links of a chain, from its first on. */
  #followChain(structure: FeatureStructure): void {
    if (!this.#isChain(structure)) return;
    let next = structure.references.get('first')?.ids[0];
    while (next !== undefined && !this.#chainOf.has(next)) {
      this.#chainOf.set(next, structure.id);
      next = this.#cas.structures.get(next)?.references.get('next')?.ids[0];
    }
  }

  /** Where it stands; says so where it stands nowhere. */
  #rangeOf(structure: FeatureStructure): Range | undefined {
    const [start, end] = [structure.values.get('begin') ?? 0, structure.values.get('end') ?? 0];
    const fault = faultOf(this.#text, start, end);
    if (fault === undefined) return { start: Number(start), end: Number(end) };
    const message = `An annotation of ${structure.type} ${fault}; it is left out.`;
    const code = start === end ? 'no-words' : 'bad-offsets';
    this.#problems.add(code, message, this.#placeOf(structure));
    return undefined;
  }

  /** The place of a structure among the spans; makes it one. */
  #add(structure: FeatureStructure): number | undefined {
    const known = this.#indexOf.get(structure.id);
    if (known !== undefined) return known;
    if (!this.#isAnnotation(structure) || structure.sofa !== this.#view.sofa) return undefined;
    const range = this.#rangeOf(structure);
    if (!range) return undefined;
    const index = this.#spans.length;
    this.#indexOf.set(structure.id, index);
    this.#spans.push({
      layer: baseLayer(structure),
      range,
      features: valuesOf(structure),
      chain: this.#chainOf.get(structure.id) ?? null,
    });
    return index;
  }

  /** The end of a relation. Relations between tokens are shown between their parts of speech. */
  #end(id: string | undefined): number | undefined {
    const structure = id === undefined ? undefined : this.#cas.structures.get(id);
    if (!structure) return undefined;
    const pos = structure.type === TOKEN ? structure.references.get('pos')?.ids[0] : undefined;
    const shown = pos === undefined ? undefined : this.#cas.structures.get(pos);
    return (shown && this.#add(shown)) ?? this.#add(structure);
  }

  #addRelation(structure: FeatureStructure): void {
    const { references } = structure;
    const from = this.#end(references.get('Governor')?.ids[0]);
    const to = this.#end(references.get('Dependent')?.ids[0]);
    if (from === undefined || to === undefined) {
      const message = `A relation of ${structure.type} has no words at one of its ends; it is left out.`;
      this.#problems.add('no-end', message, this.#placeOf(structure));
      return;
    }
    const base = { layer: baseLayer(structure), feature: null, linkType: null };
    this.#relations.push({ ...base, from, to, features: valuesOf(structure) });
    for (const name of references.keys()) {
      if (name !== 'Governor' && name !== 'Dependent') this.#count(`${structure.type}:${name}`);
    }
  }

  /** Slots of an annotation, and what its features lead to. */
  #addLinks(host: FeatureStructure): void {
    const from = this.#indexOf.get(host.id);
    if (from === undefined) return;
    const layer = baseLayer(host);
    for (const [feature, { ids }] of host.references) {
      if (feature === 'next' && this.#chainOf.has(host.id)) continue;
      for (const id of ids) {
        const target = this.#cas.structures.get(id);
        if (!target) continue;
        const isSlot = target.references.has('target') && !target.values.has('begin');
        const to = this.#end(isSlot ? target.references.get('target')?.ids[0] : id);
        if (to === undefined) this.#count(`${host.type}:${feature}`);
        else {
          const linkType = isSlot ? target.type : null;
          const features = isSlot ? valuesOf(target) : {};
          this.#relations.push({ layer, feature, linkType, from, to, features });
        }
      }
    }
  }

  #count(what: string): void {
    this.#notHeld.set(what, (this.#notHeld.get(what) ?? 0) + 1);
  }

  #report(unlisted: number): void {
    const place = { file: this.#file };
    for (const [what, count] of this.#notHeld) {
      const message = `${what} (${count}) is neither an annotation of the text nor a link between two; it is kept as long as the document does not change, and not shown.`;
      this.#problems.add('not-held', message, place);
    }
    if (unlisted === 0) return;
    const message = `${unlisted} annotations are in the file but not listed in its view, so programs do not see them; they are left out.`;
    this.#problems.add('not-listed', message, place);
  }

  #placeOf({ id, line }: FeatureStructure) {
    return line === null ? { file: this.#file, id } : { file: this.#file, id, line };
  }
}

function isRelation({ references }: FeatureStructure): boolean {
  return references.has('Governor') && references.has('Dependent');
}

function valuesOf({ values }: FeatureStructure): Readonly<Record<string, AttributeValue>> {
  return Object.fromEntries([...values].filter(([name]) => name !== 'begin' && name !== 'end'));
}

function metadataOf({ values }: FeatureStructure): Readonly<Record<string, string>> {
  const entries = [...values].filter(
    ([name, value]) =>
      name !== 'begin' && name !== 'end' && typeof value === 'string' && value !== 'x-unspecified',
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** Why no span can have these offsets; `undefined` where one can. */
function faultOf(text: string, start: unknown, end: unknown): string | undefined {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'has no whole offsets';
  const [from, to] = [Number(start), Number(end)];
  if (from === to) return `has no words (${from} to ${to})`;
  if (from > to) return `ends before it starts (${from} to ${to})`;
  if (from < 0 || to > text.length) {
    return `does not lie in the text (${from} to ${to}), which has a length of ${text.length}`;
  }
  return cuts(text, from) || cuts(text, to)
    ? `would cut a character in two (${from} to ${to})`
    : undefined;
}

function cuts(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Sorted, without those that overlap one before them. */
function apart(ranges: readonly Range[]): readonly Range[] {
  let end = 0;
  return [...ranges]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((range) => {
      if (range.start < end) return false;
      end = range.end;
      return true;
    });
}
