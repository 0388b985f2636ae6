import type { Relation } from '#core/model/relation.ts';
import type { TextContext } from '../context.ts';
import { quoteOf } from '../quote.ts';
import { relationClass } from '../type-colors.ts';
import type { Keyed } from './keyed.ts';
import styles from './overlay.module.css';
import type { Bundle, Route } from './routes.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an empty arc: a line, a wider one that is not seen but can be clicked, and an arrowhead. */
export function makeArc(): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  for (const part of [styles.grip, styles.line, styles.head]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', part ?? '');
    group.append(path);
  }
  return group;
}

const bundled = new WeakMap<Element, readonly Relation[]>();

/** The relations that a label counts; `undefined` for everything else. */
export const bundleOf = (label: Element): readonly Relation[] | undefined => bundled.get(label);

/** Draws the counts of relations that found no room: `12 more`, which opens their list. */
export function drawBundles(bundles: readonly Bundle[], labels: Keyed<HTMLButtonElement>): void {
  labels.begin();
  for (const [i, { relations, label }] of bundles.entries()) {
    const key = String(i);
    labels.draw(key, [label.left, label.top, label.width, label.text].join('|'), (element) => {
      element.className = `${styles.relation} ${styles.bundle}`;
      element.textContent = label.text;
      element.setAttribute('aria-label', `${relations.length} more relations`);
      element.setAttribute('aria-haspopup', 'menu');
      element.dataset.bundle = '';
      element.style.width = `${label.width}px`;
      element.style.transform = `translate(${label.left}px, ${label.top}px)`;
    });
    const element = labels.get(key);
    if (element) bundled.set(element, relations);
  }
  labels.end();
}

/** Draws arcs and stubs, and their labels as buttons named `holds role: Ada → chair`. */
export function drawRelations(
  context: TextContext,
  routes: readonly Route[],
  arcs: Keyed<SVGGElement>,
  labels: Keyed<HTMLButtonElement>,
): void {
  const { selected, text, index } = context.props;
  const words = (id: string) => {
    const span = index.span(id);
    return span ? quoteOf(text, span) : '?';
  };
  arcs.begin();
  labels.begin();
  for (const { drawn, path, arrow, label } of routes) {
    const { relation, from, isStub } = drawn;
    const isSelected = selected?.kind === 'relation' && selected.id === relation.id;
    const [type, number] = context.relationType(relation.type);
    const head = type?.symmetric ? '' : arrow;
    const pressed = isSelected ? styles.pressed : '';
    const state = `${relationClass(number)} ${pressed} ${drawn.isWanted ? styles.wanted : ''}`;
    const key = `${relation.id} ${isStub ? (from ? 'from' : 'to') : ''}`;

    arcs.draw(key, `${path}|${head}|${state}`, (group) => {
      group.setAttribute('class', `${styles.arc} ${state}`);
      group.dataset.relation = relation.id;
      const [grip, line, tip] = group.children;
      grip?.setAttribute('d', path);
      line?.setAttribute('d', path);
      tip?.setAttribute('d', head);
    });

    const name = `${relation.type}: ${words(relation.from)} → ${words(relation.to)}`;
    const look = [label.left, label.top, label.width, label.text, name, state].join('|');
    labels.draw(key, look, (element) => {
      element.className = `${styles.relation} ${isStub ? styles.stub : ''} ${state}`;
      element.textContent = label.text;
      element.setAttribute('aria-label', name);
      element.setAttribute('aria-pressed', String(isSelected));
      element.dataset.relation = relation.id;
      if (isStub) element.dataset.jump = from ? relation.to : relation.from;
      else delete element.dataset.jump;
      element.style.width = `${label.width}px`;
      element.style.transform = `translate(${label.left}px, ${label.top}px)`;
    });
  }
  arcs.end();
  labels.end();
}
