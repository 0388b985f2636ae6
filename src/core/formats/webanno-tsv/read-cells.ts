import type { ProblemList } from '../tokens/problem-list.ts';
import {
  ANNOTATION,
  DEPENDENCY,
  type Features,
  POS,
  TOKEN,
} from '../uima-layers/layer-document.ts';
import { type Draft, Drafts, setFeature } from './drafts.ts';
import { type Piece, readPiece, readValue, splitAt, withoutMark } from './escape.ts';
import type { Column, Layer } from './header.ts';
import type { Unit } from './place-text.ts';

/** A relation or slot link whose ends are still to be found. */
interface Link {
  readonly layer: string;
  readonly feature: string | null;
  readonly linkType: string | null;
  readonly features: Features;
  readonly unit: Unit;
  readonly from: Draft | { readonly unitId: string; readonly number: string };
  readonly to: { readonly unitId: string; readonly number: string };
  /** Layer of the end, or of both; empty for any. */
  readonly target: string;
}

/** A relation between two annotations. */
export interface FoundLink {
  readonly layer: string;
  readonly feature: string | null;
  readonly linkType: string | null;
  readonly features: Features;
  readonly from: Draft;
  readonly to: Draft;
}

/** Reads the annotations that the cells of all rows hold. */
export class CellReader {
  readonly drafts = new Drafts();
  readonly #links: Link[] = [];
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #problems: ProblemList;
  readonly #file: string;

  constructor(units: readonly Unit[], file: string, problems: ProblemList) {
    this.#units = new Map(units.map((unit) => [unit.row.id, unit]));
    this.#file = file;
    this.#problems = problems;
  }

  /** Reads what a row says of a layer. */
  read(unit: Unit, layer: Layer): void {
    const cells = new Map<Column, readonly string[]>();
    for (const column of layer.columns) {
      const cell = unit.row.cells[column.index] ?? '_';
      if (cell !== '_' && cell !== '') cells.set(column, splitAt(cell, '|'));
    }
    if (cells.size === 0) return;
    if (layer.kind === 'span') this.#spans(unit, layer, cells);
    else if (layer.kind === 'chain') this.#chains(unit, layer, cells);
    else this.#relations(unit, layer, cells);
  }

  #spans(unit: Unit, layer: Layer, cells: ReadonlyMap<Column, readonly string[]>): void {
    let hosts: { readonly draft: Draft; readonly roles: readonly (string | null)[] }[] = [];
    for (const [column, pieces] of cells) {
      if (column.role === 'slot target') {
        this.#slots(unit, layer, column, pieces, hosts);
        continue;
      }
      const seen: typeof hosts = [];
      for (const [i, written] of pieces.entries()) {
        const { bare, mark } = withoutMark(written);
        const key = mark === null ? `@${unit.row.id}/${i}` : `#${mark}`;
        const draft = this.drafts.on(unit, layer.name, key);
        if (column.role === 'feature') setFeature(draft, column.feature, readValue(bare));
        seen.push({ draft, roles: bare === '_' ? [] : splitAt(bare, ';').map(slotRole) });
      }
      if (column.role === 'slot role') hosts = seen;
    }
  }

  #slots(
    unit: Unit,
    layer: Layer,
    { feature, linkType, target }: Column,
    pieces: readonly string[],
    hosts: readonly { readonly draft: Draft; readonly roles: readonly (string | null)[] }[],
  ): void {
    for (const [i, piece] of pieces.entries()) {
      // A target column may be filled where no role is: the slot is empty.
      const host = hosts[i];
      if (piece === '*' || piece === '_') {
        if (!host) this.drafts.on(unit, layer.name, `@${unit.row.id}/${i}`);
        continue;
      }
      if (!host) {
        this.#problem(unit, 'slot-without-host', 'This slot belongs to no annotation.');
        continue;
      }
      // Rows after the first repeat the slots.
      if (host.draft.line !== unit.row.line) continue;
      for (const [n, written] of splitAt(piece, ';').entries()) {
        const { bare, mark } = withoutMark(written);
        if (bare === '*' || bare === '_') continue;
        const role = host.roles[n] ?? null;
        this.#links.push({
          layer: layer.name,
          feature,
          linkType,
          features: role === null ? {} : { role },
          unit,
          from: host.draft,
          to: { unitId: bare, number: mark ?? '0' },
          target: target === ANNOTATION ? '' : target,
        });
      }
    }
  }

  #chains(unit: Unit, layer: Layer, cells: ReadonlyMap<Column, readonly string[]>): void {
    const columns = [...cells.keys()];
    const link = columns.find(({ role }) => role === 'chain link');
    const type = columns.find(({ role }) => role === 'chain type');
    const types = (type && cells.get(type)) ?? [];
    for (const [i, written] of ((link && cells.get(link)) ?? []).entries()) {
      const found = /^(.*?)->(\d+)-(\d+)$/su.exec(written);
      if (!found) {
        this.#problem(unit, 'no-chain', `‘${written.slice(0, 40)}’ is no link of a chain.`);
        continue;
      }
      const [, label = '*', chain = '', number = ''] = found;
      const draft = this.drafts.on(
        unit,
        layer.name,
        `${chain}-${number}`,
        `${layer.name} ${chain}`,
      );
      setFeature(draft, 'referenceRelation', readValue(label));
      const { value } = readPiece(types[i] ?? '*');
      setFeature(draft, 'referenceType', value);
    }
  }

  #relations(unit: Unit, layer: Layer, cells: ReadonlyMap<Column, readonly string[]>): void {
    const source = layer.columns.find(({ role }) => role === 'source');
    const values = new Map<string, readonly Piece[]>();
    for (const [column, pieces] of cells) {
      if (column.role === 'feature') values.set(column.feature, pieces.map(readPiece));
    }
    for (const [i, written] of ((source && cells.get(source)) ?? []).entries()) {
      const { bare, mark } = withoutMark(written);
      const [from = '0', to = '0'] = (mark ?? '').split('_').map((number) => number || '0');
      const features = [...values].flatMap(([name, pieces]) => {
        const value = pieces[i]?.value ?? null;
        return value === null ? [] : [[name, value] as const];
      });
      this.#links.push({
        layer: layer.name,
        feature: null,
        linkType: null,
        features: Object.fromEntries(features),
        unit,
        from: { unitId: bare, number: from },
        to: { unitId: unit.row.id, number: to },
        target: source?.target === ANNOTATION ? '' : (source?.target ?? ''),
      });
    }
  }

  /** Finds the ends of relations and slots, when all rows are read. */
  links(): readonly FoundLink[] {
    return this.#links.flatMap((link) => {
      const { layer, feature, linkType, features } = link;
      const from = 'layer' in link.from ? link.from : this.#find(link.from, link);
      const to = this.#find(link.to, link);
      return from && to ? [{ layer, feature, linkType, features, from, to }] : [];
    });
  }

  #find(
    { unitId, number }: { readonly unitId: string; readonly number: string },
    link: Link,
  ): Draft | undefined {
    if (number !== '0') {
      const found = this.drafts.numbered(number, link.target, unitId);
      if (found) return found;
    }
    const [here, another] = this.drafts.at(unitId, link.target);
    if (here && another) {
      const message = `At ${unitId} stand several annotations; the first is taken for the end of a relation.`;
      this.#problem(link.unit, 'ambiguous-end', message);
    }
    return here ?? this.#token(unitId, link);
  }

  /** Dependencies lead from token to token, which have an annotation only if they have a part of speech. */
  #token(unitId: string, link: Link): Draft | undefined {
    const unit = this.#units.get(unitId);
    const leadsToTokens = link.layer === DEPENDENCY || link.target === POS || link.target === TOKEN;
    if (unit && leadsToTokens) return this.drafts.on(unit, TOKEN, `@${unitId}`);
    const what = link.target === '' ? 'no annotation' : `no annotation of ${link.target}`;
    const message = `At ${unitId} stands ${what}, so a relation has no end there; it is left out.`;
    this.#problem(link.unit, 'no-end', message);
    return undefined;
  }

  #problem(unit: Unit, code: string, message: string): void {
    this.#problems.add(code, message, { file: this.#file, line: unit.row.line, id: unit.row.id });
  }
}

function slotRole(written: string): string | null {
  return readValue(written);
}
