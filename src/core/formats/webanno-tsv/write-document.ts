import type { DatasetDocument } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { ANNOTATION, featureAt } from '../uima-layers/layer-document.ts';
import {
  type LayerPlan,
  type PlannedRelation,
  type PlannedSpan,
  textOfValue,
} from '../uima-layers/plan-layers.ts';
import { groupBy, headerLine, layersIn, type WrittenLayer } from './columns.ts';
import { escapeText, escapeValue } from './escape.ts';
import { UnitLayout, type WrittenUnit } from './lay-out-units.ts';

/** An annotation on its rows. */
interface Placed {
  readonly planned: PlannedSpan;
  readonly units: readonly WrittenUnit[];
  /** Tells it from others at the same place, and holds its rows together; 0 where neither is needed. */
  number: number;
}

/** Writes one document, line by line. */
export function* writeDocument(
  document: DatasetDocument,
  plan: LayerPlan,
  options: FormatOptions,
): Generator<string> {
  const layout = new UnitLayout(document, options);
  const layers = layersIn(plan);
  const placed = new Map<PlannedSpan, Placed>();
  for (const planned of plan.spans) {
    const units = layout.unitsOf(planned.range);
    if (units.length > 0) placed.set(planned, { planned, units, number: 0 });
  }
  const sentences = layout.sentences();
  number([...placed.values()], plan, layers);
  const cells = new CellWriter(plan, placed, layers);
  const version = options['version'] === '3.2' ? '3.2' : '3.3';
  yield `#FORMAT=WebAnno TSV ${version}\n`;
  for (const layer of layers) yield `${headerLine(layer)}\n`;
  yield '\n';
  for (const { rows, text } of sentences) {
    yield '\n';
    for (const line of text.split('\n')) yield `#Text=${escapeText(line)}\n`;
    for (const { unit, parts } of rows) {
      for (const { id, start, end } of [unit, ...parts.values()]) {
        const row = [id, `${start}-${end}`, layout.text.slice(start, end), ...cells.of(id)];
        yield `${row.join('\t')}\t\n`;
      }
    }
  }
}

/** Numbers the annotations that have several rows, that share a row, or that may be mistaken for another. */
function number(
  placed: readonly Placed[],
  { relations }: LayerPlan,
  layers: readonly WrittenLayer[],
): void {
  const onUnit = new Map<string, number>();
  for (const { planned, units } of placed) {
    for (const { id } of units) {
      const key = `${planned.layer}\n${id}`;
      onUnit.set(key, (onUnit.get(key) ?? 0) + 1);
    }
  }
  const open = new Set(layers.filter(({ base }) => base === ANNOTATION).map(({ name }) => name));
  const ends = new Set<PlannedSpan>();
  for (const { layer, feature, from, to } of relations) {
    if (feature !== null) ends.add(to);
    else if (open.has(layer)) ends.add(from).add(to);
  }
  let last = 0;
  for (const one of placed) {
    const { planned, units } = one;
    const isShared = units.some(({ id }) => (onUnit.get(`${planned.layer}\n${id}`) ?? 0) > 1);
    if (planned.kind === 'span' && (units.length > 1 || isShared || ends.has(planned))) {
      one.number = ++last;
    }
  }
}

/** Makes the cells of rows. */
class CellWriter {
  readonly #layers: readonly WrittenLayer[];
  readonly #placed: ReadonlyMap<PlannedSpan, Placed>;
  readonly #spans = new Map<string, Placed[]>();
  readonly #relations: ReadonlyMap<string, readonly PlannedRelation[]>;
  readonly #links: ReadonlyMap<string, readonly PlannedRelation[]>;
  readonly #chainPlaces = new Map<PlannedSpan, string>();
  readonly #hosts = new Map<PlannedSpan, string>();

  constructor(
    plan: LayerPlan,
    placed: ReadonlyMap<PlannedSpan, Placed>,
    layers: readonly WrittenLayer[],
  ) {
    this.#layers = layers;
    this.#placed = placed;
    for (const one of placed.values()) {
      for (const { id } of one.units) push(this.#spans, `${one.planned.layer}\n${id}`, one);
    }
    for (const [i, planned] of plan.spans.entries()) this.#hosts.set(planned, String(i));
    const whole = plan.relations.filter(({ from, to }) => placed.has(from) && placed.has(to));
    this.#relations = groupBy(
      whole.filter(({ feature }) => feature === null),
      ({ layer, to }) => `${layer}\n${placed.get(to)?.units[0]?.id}`,
    );
    this.#links = groupBy(
      whole.filter(({ feature }) => feature !== null),
      ({ feature, from }) => `${feature}\n${this.#hosts.get(from)}`,
    );
    let last = 0;
    for (const chain of plan.chains) {
      const links = chain.filter((planned) => placed.has(planned));
      if (links.length > 0) last++;
      for (const [i, planned] of links.entries())
        this.#chainPlaces.set(planned, `${last}-${i + 1}`);
    }
  }

  of(unitId: string): readonly string[] {
    return this.#layers.flatMap((layer) => {
      if (layer.kind === 'relation') return this.#relationCells(layer, unitId);
      const here = this.#spans.get(`${layer.name}\n${unitId}`) ?? [];
      return layer.kind === 'chain' ? this.#chainCells(here) : this.#spanCells(layer, here);
    });
  }

  #spanCells({ features, slots }: WrittenLayer, here: readonly Placed[]): readonly string[] {
    const marked = (one: Placed, written: string) =>
      one.number > 0 ? `${written}[${one.number}]` : written;
    const columns = features.map((name) =>
      stacked(here.map((one) => marked(one, cellOf(featureAt(one.planned.features, name))))),
    );
    if (features.length === 0 && slots.length === 0) {
      return [stacked(here.map((one) => marked(one, '*')))];
    }
    const pairs = slots.flatMap(({ feature }) => {
      const links = here.map(
        ({ planned }) => this.#links.get(`${feature}\n${this.#hosts.get(planned)}`) ?? [],
      );
      const roles = links.map((all, i) => {
        const one = here[i];
        const written =
          all.map(({ features: given }) => cellOf(featureAt(given, 'role'))).join(';') || '_';
        return one ? marked(one, written) : written;
      });
      const targets = links.map((all) => all.map(({ to }) => this.#reference(to)).join(';') || '*');
      return [stacked(roles), stacked(targets)];
    });
    return [...columns, ...pairs];
  }

  #chainCells(here: readonly Placed[]): readonly string[] {
    const cells = here.map(({ planned }) => {
      const place = this.#chainPlaces.get(planned) ?? '0-0';
      const [chain = '0'] = place.split('-');
      return {
        link: `${cellOf(featureAt(planned.features, 'referenceRelation'))}->${place}`,
        type: `${cellOf(featureAt(planned.features, 'referenceType'))}[${chain}]`,
      };
    });
    return [stacked(cells.map(({ link }) => link)), stacked(cells.map(({ type }) => type))];
  }

  #relationCells({ name, features }: WrittenLayer, unitId: string): readonly string[] {
    const here = this.#relations.get(`${name}\n${unitId}`) ?? [];
    const columns = features.map((feature) =>
      stacked(here.map((relation) => cellOf(featureAt(relation.features, feature)))),
    );
    const sources = here.map(({ from, to }) => {
      const [source, target] = [this.#placed.get(from), this.#placed.get(to)];
      const numbers = [source?.number ?? 0, target?.number ?? 0];
      const mark = numbers.some((one) => one > 0) ? `[${numbers.join('_')}]` : '';
      return `${source?.units[0]?.id ?? ''}${mark}`;
    });
    return [...columns, stacked(sources)];
  }

  #reference(planned: PlannedSpan): string {
    const one = this.#placed.get(planned);
    const id = one?.units[0]?.id ?? '';
    return one && one.number > 0 ? `${id}[${one.number}]` : id;
  }
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function stacked(values: readonly string[]): string {
  return values.length === 0 ? '_' : values.join('|');
}

/** A value as it is written; a lone carriage return would end the row, so line ends are LF. */
function cellOf(value: Parameters<typeof textOfValue>[0] | undefined): string {
  const text = value === undefined ? '' : textOfValue(value).replace(/\r\n?/gu, '\n');
  return text === '' ? '*' : escapeValue(text);
}
