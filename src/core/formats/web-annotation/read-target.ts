import type { Anchor } from '../anchors/find-place.ts';
import { isObject } from '../json/json-values.ts';

/** What one target of an annotation is. */
export interface Target {
  /** IRI of the resource; empty where the target does not name it. */
  readonly source: string;
  /** Absent: the resource as a whole. */
  readonly anchor?: Anchor;
}

/** A value, or all of a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Targets of an annotation, sets of them taken apart; otherwise why they cannot be read, as a sentence. */
export function readTargets(value: unknown): readonly Target[] | string {
  const targets: Target[] = [];
  for (const one of listOf(value)) {
    if (typeof one === 'string') {
      targets.push({ source: one });
      continue;
    }
    if (!isObject(one)) return 'A target is neither an IRI nor an object.';
    if (Array.isArray(one['items'])) {
      const items = readTargets(one['items'].filter((item) => !isNested(item)));
      if (typeof items === 'string') return items;
      targets.push(...items);
      continue;
    }
    const source = sourceOf(one['source'] ?? one['id']);
    const selectors = listOf(one['selector']);
    if (selectors.length === 0) {
      targets.push({ source });
      continue;
    }
    const anchor = readSelectors(selectors);
    if (typeof anchor === 'string') return anchor;
    targets.push({ source, anchor });
  }
  return targets.length > 0 ? targets : 'It has no target.';
}

function isNested(item: unknown): boolean {
  return isObject(item) && Array.isArray(item['items']);
}

function sourceOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : '';
}

/** All selectors of a target mean one place (Web Annotation Data Model 4.2). */
function readSelectors(selectors: readonly unknown[]): Anchor | string {
  let anchor: Anchor = {};
  const others: string[] = [];
  for (const selector of selectors) {
    if (!isObject(selector)) continue;
    const { type, refinedBy } = selector;
    if (type === 'TextQuoteSelector' && !refinedBy) anchor = { ...anchor, ...quoteIn(selector) };
    else if (type === 'TextPositionSelector' && !refinedBy) {
      anchor = { ...anchor, start: selector['start'], end: selector['end'] };
    } else {
      // Words are words also within a part of the text; positions would count from there.
      const inner = listOf(refinedBy).find(
        (one) => isObject(one) && one['type'] === 'TextQuoteSelector',
      );
      if (isObject(inner)) anchor = { ...anchor, ...quoteIn(inner) };
      else others.push(String(type).slice(0, 40));
    }
  }
  if (Object.keys(anchor).length > 0) return anchor;
  return `It says its place by ${others.join(', ') || 'nothing'}, which cannot be found in a text.`;
}

function quoteIn(selector: Readonly<Record<string, unknown>>): Anchor {
  const { exact, prefix, suffix } = selector;
  return {
    ...(typeof exact === 'string' ? { exact } : {}),
    ...(typeof prefix === 'string' ? { prefix } : {}),
    ...(typeof suffix === 'string' ? { suffix } : {}),
  };
}
